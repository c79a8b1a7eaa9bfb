// The table of reports: a question of the core that has no list of its own in the grid is one entry here, its words
// `report.title`, `report.sum` and `report.empty` in strings, and its place at the side in app/queues.ts.
import { asFlag } from "../../shared/form/values";
import { changeReports } from "./changes";
import { deskReports } from "./desk";
import { rateReports } from "./rates";
import { Opens, report } from "./report";
import { themeReports } from "./themes";
import { whoReports } from "./who";

const dates = {
  events: report({
    query: "Events",
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: (tools) => [
      {
        id: "name",
        head: tools.t("columns.name"),
        names: true,
        cell: (row) => (
          <Opens id={row.id} tools={tools}>
            {row.name}
          </Opens>
        ),
      },
      {
        id: "from",
        head: tools.t("plain.field.from"),
        end: true,
        cell: (row) => (row.from ? tools.shortDay(row.from) : tools.t("event.noDate")),
      },
      {
        id: "to",
        head: tools.t("plain.field.to"),
        end: true,
        cell: (row) => (row.to ? tools.shortDay(row.to) : ""),
      },
      {
        id: "moved",
        head: tools.t("event.moved"),
        end: true,
        cell: (row) => (row.moved > 0 ? tools.number(row.moved) : ""),
      },
      {
        id: "hanging",
        head: tools.t("event.hanging"),
        end: true,
        cell: (row) => tools.number(row.hanging),
      },
    ],
    adds: ["AddEvent"],
  }),
  milestones: report({
    query: "Milestones",
    fields: ({ t }) => [{ name: "overdue", kind: "check", label: t("report.onlyOverdue") }],
    initial: { overdue: false },
    args: (values, limit) => ({ overdue: asFlag(values.overdue), limit }),
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: (tools) => [
      {
        id: "step",
        head: tools.t("kind.milestone"),
        names: true,
        cell: (row) => (
          <Opens id={row.id} tools={tools}>
            {row.text}
          </Opens>
        ),
      },
      { id: "of", head: tools.t("columns.deliverable"), cell: (row) => row.deliverable },
      {
        id: "lead",
        head: tools.t("columns.lead"),
        cell: (row) => row.lead ?? tools.t("columns.noLead"),
      },
      {
        id: "due",
        head: tools.t("columns.due"),
        end: true,
        cell: (row) =>
          row.days_overdue !== null ? (
            <span className="late-text" {...tools.lateBy(row.days_overdue)} />
          ) : row.due_by ? (
            tools.shortDay(row.due_by)
          ) : (
            (row.due_stated ?? tools.t("columns.noDate"))
          ),
      },
    ],
  }),
} as const;

export const reports = {
  ...whoReports,
  ...dates,
  ...rateReports,
  ...themeReports,
  ...changeReports,
  ...deskReports,
} as const;

export type ReportName = keyof typeof reports;
