// The columns of lists of recommendations. A new column is one entry here.
import type { RecommendationRow } from "../../queries/types";
import type { Column } from "../../shared/grid/Grid";
import type { Words } from "../../strings/words";

export function recommendationColumns({ t, number }: Words): Column<RecommendationRow>[] {
  return [
    {
      id: "recommendation",
      head: t("columns.reference"),
      width: "clamp(68px, 16cqi, 112px)",
      cell: (row) => (
        <span className="ref">
          <bdi>{row.recommendation}</bdi>
        </span>
      ),
    },
    {
      id: "text",
      head: t("columns.recommendation"),
      width: "minmax(0, 1fr)",
      cell: (row) => (
        <span className={`own${row.parent ? " part-row" : ""}`} dir="auto" title={row.text.slice(0, 1000)}>
          {row.heading ? <strong className="heading">{row.heading}</strong> : null} {row.text.slice(0, 400)}
        </span>
      ),
    },
    {
      id: "addressees",
      head: t("columns.addressees"),
      width: "clamp(56px, 15cqi, 140px)",
      cell: (row) => (
        <span className="quiet" title={row.addressees.join(t("list.comma"))}>
          <bdi>{row.addressees.join(t("list.comma"))}</bdi>
        </span>
      ),
    },
    {
      id: "commitments",
      head: t("columns.commitments"),
      width: "clamp(74px, 14cqi, 100px)",
      end: true,
      cell: (row) =>
        row.overdue > 0 ? (
          <span className="late-text">{t("columns.overdueCount", { count: row.overdue })}</span>
        ) : (
          <span className="quiet">{number(row.commitments)}</span>
        ),
    },
  ];
}
