// The columns of the list of sources. A new column is one entry here.
import type { SourceRow } from "../../queries/types";
import type { Column } from "../../shared/grid/Grid";
import type { Words } from "../../strings/words";

export function sourceColumns({ t, number, roughly }: Words): Column<SourceRow>[] {
  return [
    {
      id: "source",
      head: t("columns.reference"),
      width: "clamp(64px, 15cqi, 128px)",
      cell: (row) => (
        <span className="ref">
          <bdi>{row.source}</bdi>
        </span>
      ),
    },
    {
      id: "title",
      head: t("columns.title"),
      width: "minmax(0, 1fr)",
      cell: (row) => (
        <span className="own" dir="auto" title={row.title}>
          {row.title}
        </span>
      ),
    },
    {
      id: "published",
      head: t("columns.published"),
      width: "clamp(84px, 16cqi, 100px)",
      cell: (row) => <span className="quiet">{row.published ? roughly(row.published) : ""}</span>,
    },
    {
      id: "recommendations",
      head: t("columns.items"),
      width: "48px",
      end: true,
      cell: (row) => <span className="quiet">{number(row.recommendations)}</span>,
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
