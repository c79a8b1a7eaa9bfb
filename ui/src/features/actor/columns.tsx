// The columns of the list of actors. A new column is one entry here.
import type { ActorRow } from "../../queries/types";
import type { Column } from "../../shared/grid/Grid";
import type { Words } from "../../strings/words";

export function actorColumns({ t, number }: Words): Column<ActorRow>[] {
  return [
    {
      id: "actor",
      head: t("columns.reference"),
      width: "clamp(64px, 15cqi, 110px)",
      cell: (row) => (
        <span className="ref">
          <bdi>{row.actor}</bdi>
        </span>
      ),
    },
    {
      id: "name",
      head: t("columns.name"),
      width: "minmax(0, 1fr)",
      cell: (row) => (
        <span className="own" dir="auto" title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: "kind",
      head: t("columns.kind"),
      width: "clamp(64px, 16cqi, 120px)",
      cell: (row) => <span className="quiet">{t(`actorKind.${row.kind}`)}</span>,
    },
    {
      id: "leads",
      head: t("columns.leads"),
      width: "48px",
      end: true,
      cell: (row) => <span className="quiet">{row.leads > 0 ? number(row.leads) : ""}</span>,
    },
    {
      id: "overdue",
      head: t("columns.overdue"),
      width: "60px",
      end: true,
      cell: (row) => (row.overdue > 0 ? <span className="late-text">{number(row.overdue)}</span> : null),
    },
  ];
}
