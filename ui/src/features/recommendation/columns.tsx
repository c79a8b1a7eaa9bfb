// The columns of lists of recommendations. A new column is one entry here.
import type { RecommendationRow } from "../../queries/types";
import { quiet, ref } from "../../shared/grid/cells";
import type { Column } from "../../shared/grid/columns";
import { Mark } from "../../shared/ui/Mark";
import { lists } from "../../strings/lists";
import type { Words } from "../../strings/words";

export function recommendationColumns({ t, number, late, progress }: Words): Column<RecommendationRow>[] {
  const asked = (row: RecommendationRow) => row.addressees.join(t("list.comma"));
  return [
    {
      id: "recommendation",
      head: t("columns.reference"),
      width: { least: 68, share: 16, most: 112 },
      sort: "label",
      names: true,
      cell: (row) => ref(row.recommendation),
      text: (row) => row.recommendation,
    },
    {
      id: "text",
      head: t("columns.recommendation"),
      width: { least: 110, grow: true },
      sort: "text",
      cell: (row) => (
        <span className={`own${row.parent ? " part-row" : ""}`} dir="auto" title={row.text.slice(0, 1000)}>
          {row.heading ? <strong className="heading">{row.heading}</strong> : null} {row.text.slice(0, 400)}
        </span>
      ),
      text: (row) => (row.heading ? `${row.heading} ${row.text}` : row.text),
    },
    {
      id: "addressees",
      head: t("columns.addressees"),
      width: { least: 56, share: 15, most: 140 },
      cell: (row) => (
        // Its own direction, so that what does not fit is cut at its end.
        <span className="quiet" dir="auto" title={asked(row)}>
          {asked(row)}
        </span>
      ),
      text: asked,
    },
    {
      id: "commitments",
      head: t("columns.commitments"),
      width: { least: 74, share: 14, most: 110 },
      end: true,
      cell: (row) =>
        row.overdue > 0 ? (
          <span className="late-text" {...late}>
            {t("columns.overdueCount", { count: row.overdue })}
          </span>
        ) : (
          quiet(number(row.commitments))
        ),
      text: (row) => number(row.commitments),
      spoken: (row) =>
        row.overdue > 0
          ? t("columns.overdueCount", { count: row.overdue })
          : `${t("columns.commitments")}: ${number(row.commitments)}`,
      plain: (row) => String(row.commitments),
    },
    {
      id: "overdue",
      head: t("columns.overdue"),
      width: { least: 60, share: 9, most: 84 },
      more: true,
      end: true,
      cell: (row) => (row.overdue > 0 ? <span className="late-text">{number(row.overdue)}</span> : null),
      text: (row) => number(row.overdue),
      plain: (row) => String(row.overdue),
    },
    {
      id: "state",
      head: t("columns.status"),
      width: { least: 96, share: 15, most: 160 },
      more: true,
      cell: (row) => <Mark {...progress(row.state)} />,
      text: (row) => t(`progressState.${row.state}`),
    },
    {
      id: "source",
      head: t("columns.source"),
      width: { least: 76, share: 12, most: 140 },
      more: true,
      sort: "source",
      cell: (row) => quiet(row.source),
      text: (row) => row.source,
    },
    {
      id: "section",
      head: t("columns.section"),
      width: { least: 90, share: 15, most: 200 },
      more: true,
      cell: (row) => (
        <span className="own quiet" dir="auto">
          {row.section}
        </span>
      ),
      text: (row) => row.section ?? "",
    },
    {
      id: "priority",
      head: t("columns.priority"),
      width: { least: 70, share: 10, most: 100 },
      more: true,
      sort: "priority",
      edit: {
        field: "priority",
        as: "choice",
        options: lists.newPriority.map((id) => ({ id, label: t(`newPriority.${id}`) })),
        from: (row) => row.priority ?? "none",
      },
      cell: (row) => quiet(row.priority && t(`priority.${row.priority}`)),
      text: (row) => (row.priority ? t(`priority.${row.priority}`) : ""),
    },
    {
      id: "force",
      head: t("columns.force"),
      width: { least: 70, share: 10, most: 120 },
      more: true,
      sort: "force",
      cell: (row) => quiet(row.force && t(`force.${row.force}`)),
      text: (row) => (row.force ? t(`force.${row.force}`) : ""),
    },
    {
      id: "age",
      head: t("columns.age"),
      width: { least: 64, share: 9, most: 90 },
      more: true,
      end: true,
      sort: "age",
      cell: (row) => quiet(row.age === null ? "" : number(row.age)),
      text: (row) => (row.age === null ? "" : number(row.age)),
      plain: (row) => String(row.age ?? ""),
    },
    {
      id: "parts",
      head: t("columns.parts"),
      width: { least: 52, share: 8, most: 70 },
      more: true,
      end: true,
      cell: (row) => quiet(row.parts > 0 ? number(row.parts) : ""),
      text: (row) => number(row.parts),
      plain: (row) => String(row.parts),
    },
  ];
}
