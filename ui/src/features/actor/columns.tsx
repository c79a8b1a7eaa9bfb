// The columns of the list of actors. A new column is one entry here.
import type { ActorRow } from "../../queries/types";
import { quiet, ref } from "../../shared/grid/cells";
import type { Column } from "../../shared/grid/columns";
import type { Words } from "../../strings/words";

export function actorColumns({ t, number }: Words): Column<ActorRow>[] {
  const level = (row: ActorRow) => (row.level ? t(`actorLevel.${row.level}`) : "");
  return [
    {
      id: "actor",
      head: t("columns.reference"),
      width: { least: 64, share: 15, most: 110 },
      sort: "short",
      cell: (row) => ref(row.actor),
      text: (row) => row.actor,
    },
    {
      id: "name",
      head: t("columns.name"),
      width: { least: 110, grow: true },
      sort: "name",
      cell: (row) => (
        <span className="own" dir="auto" title={row.name}>
          {row.name}
        </span>
      ),
      text: (row) => row.name,
    },
    {
      id: "kind",
      head: t("columns.kind"),
      width: { least: 64, share: 16, most: 120 },
      sort: "kind",
      cell: (row) => <span className="quiet">{t(`actorKind.${row.kind}`)}</span>,
      text: (row) => t(`actorKind.${row.kind}`),
    },
    {
      id: "level",
      head: t("columns.level"),
      width: { least: 86, share: 13, most: 120 },
      more: true,
      sort: "level",
      cell: (row) => <span className="quiet">{level(row)}</span>,
      text: level,
    },
    {
      id: "parent",
      head: t("columns.parent"),
      width: { least: 76, share: 12, most: 140 },
      more: true,
      cell: (row) => quiet(row.parent),
      text: (row) => row.parent ?? "",
    },
    {
      id: "leads",
      head: t("columns.leads"),
      width: { least: 52, share: 8, most: 64 },
      end: true,
      sort: "leads",
      cell: (row) => <span className="quiet">{row.leads > 0 ? number(row.leads) : ""}</span>,
      text: (row) => number(row.leads),
      plain: (row) => String(row.leads),
    },
    {
      id: "overdue",
      head: t("columns.overdue"),
      width: { least: 64, share: 9, most: 76 },
      end: true,
      sort: "overdue",
      cell: (row) => (row.overdue > 0 ? <span className="late-text">{number(row.overdue)}</span> : null),
      text: (row) => number(row.overdue),
      plain: (row) => String(row.overdue),
    },
  ];
}
