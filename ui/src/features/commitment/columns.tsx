// The columns of every list of commitments. A new column is one entry here.
import type { CommitmentRow } from "../../queries/types";
import type { Column } from "../../shared/grid/Grid";
import { Mark } from "../../shared/ui/Mark";
import type { Words } from "../../strings/words";

export type CommitmentColumns = { lead: boolean; overdue: boolean };

export function commitmentColumns(words: Words, shown: CommitmentColumns): Column<CommitmentRow>[] {
  const { t } = words;
  const columns: (Column<CommitmentRow> | false)[] = [
    {
      id: "recommendation",
      head: t("columns.answers"),
      width: "clamp(68px, 15cqi, 108px)",
      cell: (row) => (
        <span className="ref">
          <bdi>{row.recommendation ?? row.commitment}</bdi>
        </span>
      ),
    },
    {
      id: "deliverable",
      head: t("columns.deliverable"),
      width: "minmax(0, 1fr)",
      cell: (row) => (
        <span className="own" dir="auto" title={row.deliverable.slice(0, 1000)}>
          {row.deliverable.slice(0, 400)}
        </span>
      ),
    },
    shown.lead && {
      id: "lead",
      head: t("columns.lead"),
      width: "clamp(52px, 12cqi, 110px)",
      cell: (row) => (
        <span className="quiet" title={row.lead_name ?? undefined}>
          <bdi>{row.lead ?? t("columns.noLead")}</bdi>
        </span>
      ),
    },
    {
      id: "status",
      head: t("columns.status"),
      width: "clamp(86px, 17cqi, 128px)",
      cell: (row) => <Mark {...words.statusShort(row.status)} />,
    },
    {
      id: "due",
      head: shown.overdue ? t("columns.overdueBy") : t("columns.due"),
      width: shown.overdue ? "clamp(74px, 15cqi, 112px)" : "clamp(100px, 18cqi, 124px)",
      end: true,
      cell: (row) =>
        row.days_overdue !== null ? (
          <span className="late-text">
            {t(shown.overdue ? "due.days" : "due.late", { days: row.days_overdue })}
          </span>
        ) : (
          <span className="quiet" title={row.due_stated ?? undefined}>
            {row.due_by ? words.shortDay(row.due_by) : <bdi>{row.due_stated ?? t("columns.noDate")}</bdi>}
          </span>
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}
