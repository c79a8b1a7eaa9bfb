// The columns of the list of sources. A new column is one entry here.
import type { SourceRow } from "../../queries/types";
import { quiet, ref } from "../../shared/grid/cells";
import type { Column } from "../../shared/grid/columns";
import type { Words } from "../../strings/words";

export function sourceColumns({ t, number, roughly }: Words): Column<SourceRow>[] {
  return [
    {
      id: "source",
      head: t("columns.reference"),
      width: { least: 64, share: 15, most: 128 },
      sort: "short",
      cell: (row) => ref(row.source),
      text: (row) => row.source,
    },
    {
      id: "title",
      head: t("columns.title"),
      width: { least: 110, grow: true },
      sort: "title",
      cell: (row) => (
        <span className="own" dir="auto" title={row.title}>
          {row.title}
        </span>
      ),
      text: (row) => row.title,
    },
    {
      id: "published",
      head: t("columns.published"),
      width: { least: 84, share: 16, most: 110 },
      sort: "published",
      cell: (row) => <span className="quiet">{row.published ? roughly(row.published) : ""}</span>,
      text: (row) => (row.published ? roughly(row.published) : ""),
      plain: (row) => row.published ?? "",
    },
    {
      id: "publisher",
      head: t("columns.publisher"),
      width: { least: 90, share: 14, most: 180 },
      more: true,
      sort: "publisher",
      cell: (row) => (
        <span className="own quiet" dir="auto">
          {row.publisher}
        </span>
      ),
      text: (row) => row.publisher ?? "",
    },
    {
      id: "symbol",
      head: t("columns.symbol"),
      width: { least: 84, share: 12, most: 140 },
      more: true,
      cell: (row) => quiet(row.symbol),
      text: (row) => row.symbol ?? "",
    },
    {
      id: "commitments",
      head: t("columns.commitments"),
      width: { least: 74, share: 10, most: 110 },
      more: true,
      end: true,
      sort: "commitments",
      cell: (row) => <span className="quiet">{number(row.commitments)}</span>,
      text: (row) => number(row.commitments),
      plain: (row) => String(row.commitments),
    },
    {
      id: "recommendations",
      head: t("columns.items"),
      width: { least: 52, share: 8, most: 64 },
      end: true,
      sort: "recommendations",
      cell: (row) => <span className="quiet">{number(row.recommendations)}</span>,
      text: (row) => number(row.recommendations),
      plain: (row) => String(row.recommendations),
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
