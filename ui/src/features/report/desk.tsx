// Reports of what the desk keeps: what is flagged for today, and all indicators with where they stand.
import type { ToldRow } from "../../queries/types";
import { asFlag } from "../../shared/form/values";
import { Own } from "../../shared/ui/bits";
import type { TableColumn } from "../../shared/ui/Table";
import { Opens, report, type Tools } from "./report";

function told(tools: Tools): TableColumn<ToldRow>[] {
  const { t } = tools;
  return [
    { id: "day", head: t("plain.field.on"), cell: (row) => tools.shortDay(row.day) },
    {
      id: "of",
      head: t("columns.deliverable"),
      names: true,
      cell: (row) => (
        <Opens id={row.commitment_id} tools={tools}>
          {row.deliverable}
        </Opens>
      ),
    },
    { id: "lead", head: t("columns.lead"), cell: (row) => row.lead?.name ?? t("columns.noLead") },
    {
      id: "what",
      head: t("report.told"),
      cell: (row) => (
        <>
          {row.practice && <strong>{t(`practice.${row.practice}`)} </strong>}
          <Own>{row.obstacle ?? row.text}</Own>{" "}
          {row.obstacle_kind && <span className="quiet">{t(`obstacleKind.${row.obstacle_kind}`)}</span>}
        </>
      ),
    },
    {
      id: "then",
      head: t("report.then"),
      cell: (row) =>
        [row.resources, row.remedy, row.escalated_to && t("report.to", { name: row.escalated_to.name })]
          .filter(Boolean)
          .join(". "),
    },
  ];
}

export const deskReports = {
  obstacles: report({
    query: "Obstacles",
    fields: ({ t }) => [{ name: "open", kind: "check", label: t("report.onlyOpen") }],
    initial: { open: true },
    args: (values, limit) => ({ open: asFlag(values.open), limit }),
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: told,
  }),
  escalations: report({
    query: "Escalations",
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: told,
  }),
  practices: report({
    query: "Practices",
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: told,
  }),
  fields: report({
    query: "Fields",
    args: () => ({}),
    total: (reply) => reply.items.length,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: (tools) => [
      { id: "name", head: tools.t("columns.name"), names: true, cell: (row) => <Own>{row.name}</Own> },
      { id: "kind", head: tools.t("columns.kind"), cell: (row) => tools.t(`customKind.${row.kind}`) },
      { id: "list", head: tools.t("plain.field.list"), cell: (row) => tools.t(`listKind.${row.list}`) },
      {
        id: "choices",
        head: tools.t("plain.field.choices"),
        cell: (row) => <Own>{tools.list(row.choices)}</Own>,
      },
      { id: "items", head: tools.t("columns.items"), end: true, cell: (row) => tools.number(row.items) },
    ],
    adds: ["DefineField", "EditField"],
  }),
  flagged: report({
    query: "Flagged",
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.item.id,
    columns: (tools) => [
      {
        id: "item",
        head: tools.t("columns.title"),
        names: true,
        cell: (row) => (
          <Opens id={row.item.id} tools={tools}>
            {`${row.item.ref} ${row.item.title}`}
          </Opens>
        ),
      },
      { id: "kind", head: tools.t("columns.kind"), cell: (row) => tools.t(`kind.${row.item.kind}`) },
      { id: "on", head: tools.t("desk.flag"), end: true, cell: (row) => tools.shortDay(row.on) },
      { id: "why", head: tools.t("plain.field.flag_why"), cell: (row) => <Own>{row.why}</Own> },
    ],
  }),
  indicators: report({
    query: "Indicators",
    total: (reply) => reply.total,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: (tools) => [
      {
        id: "name",
        head: tools.t("plain.field.measured"),
        names: true,
        cell: (row) => (
          <Opens id={row.id} tools={tools}>
            {row.name}
          </Opens>
        ),
      },
      {
        id: "way",
        head: tools.t("plain.field.direction"),
        cell: (row) => tools.t(`direction.${row.direction}`),
      },
      {
        id: "latest",
        head: tools.t("report.latest"),
        end: true,
        cell: (row) =>
          row.latest
            ? tools.t("indicator.at", {
                value: tools.t("indicator.value", {
                  value: tools.number(Number(row.latest.value)),
                  unit: row.unit,
                }),
                day: tools.shortDay(row.latest.on),
              })
            : "",
      },
      {
        id: "target",
        head: tools.t("plain.field.target"),
        end: true,
        cell: (row) => (row.target === null ? "" : tools.number(Number(row.target))),
      },
      {
        id: "stands",
        head: tools.t("columns.status"),
        cell: (row) =>
          row.disputed ? (
            <span className="late-text">{tools.t("indicator.disputed")}</span>
          ) : row.progress?.met ? (
            tools.t("indicator.met")
          ) : row.progress?.percent != null ? (
            tools.t("indicator.percent", { percent: tools.number(Math.round(row.progress.percent)) })
          ) : (
            ""
          ),
      },
    ],
    adds: ["AddIndicator"],
  }),
} as const;
