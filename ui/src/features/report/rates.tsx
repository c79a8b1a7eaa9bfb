// The report on rates: how many recommendations were accepted, how many of those are implemented, where commitments stand;
// of all that a filter admits and of its groups. Every figure opens the list that it counts. The core counts.
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Figure, RatesGroup, RatesReply } from "../../queries/types";
import type { FieldValue } from "../../shared/form/values";
import { asText } from "../../shared/form/values";
import { GoTo } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { Table, type TableColumn } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";
import { report, type Told, type Tools } from "./report";

/** The most groups that the core counts at once. */
const MOST = 100;

const ways = [
  "lead",
  "source",
  "theme",
  "status",
  "health",
  "level",
  "priority",
  "force",
  "handler",
  "kind",
  "month",
  "decision",
] as const;

/** The lists whose words the keys of groups can be. */
const worded = ["status", "health", "actorLevel", "priority", "force", "commitmentKind", "decisionKind"];

/** The figures that are shown of each group, in their order. */
const ofGroups = [
  "recommendations",
  "accepted",
  "implemented",
  "not_taken_up",
  "no_response",
  "declined",
  "commitments",
];

function named(name: string, list: Figure["list"], { t }: Tools): string {
  const word = list === "commitments" && name !== "commitments" ? `status.${name}` : `report.rates.${name}`;
  return t.has(word as "status.suspended") ? t(word as "status.suspended") : name;
}

function groupName(group: RatesGroup, { t, roughly }: Tools): string {
  const { key, name } = group;
  if (key === null) return t("list.noGroup");
  if (name !== null) return name;
  if (/^\d{4}-\d{2}$/.test(key)) return roughly(key);
  const word = worded.map((list) => `${list}.${key}` as "status.suspended").find((one) => t.has(one));
  return word ? t(word) : key;
}

/** A figure as the way to its list. */
function Leads({ figure, tools, children }: { figure: Figure; tools: Tools; children: string }) {
  const list = figure.list === "recommendations" ? "recommendations" : "commitments";
  return <GoTo onPress={() => tools.leads({ list, filter: figure.filter })}>{children}</GoTo>;
}

/** Out of a thousand as a number out of a hundred. */
const share = (permille: number, { number }: Tools) => number(permille / 10);

function told(reply: RatesReply, tools: Tools): readonly Told[] {
  const { t, number } = tools;
  const lists = ["recommendations", "commitments"] as const;
  const parts: Told[] = lists.flatMap((list) => {
    // A status that no commitment has says nothing; that nothing is implemented does.
    const rows = reply.figures.filter(
      (one) => one.list === list && (list === "recommendations" || one.n > 0),
    );
    if (rows.length === 0) return [];
    return {
      id: list,
      title: t(`listKind.${list}`),
      content: (
        <Table
          label={t(`listKind.${list}`)}
          rows={rows}
          keyOf={(row) => row.name}
          columns={[
            {
              id: "what",
              head: t("report.figure"),
              names: true,
              cell: (row) => named(row.name, list, tools),
            },
            {
              id: "count",
              head: t("report.count"),
              end: true,
              cell: (row) => (
                <Leads figure={row} tools={tools}>
                  {number(row.n)}
                </Leads>
              ),
            },
            {
              id: "rate",
              head: t("report.rate"),
              cell: (row) =>
                row.permille !== null &&
                row.of !== null &&
                row.of_name !== null &&
                t("report.outOf", {
                  rate: share(row.permille, tools),
                  of: row.of,
                  name: named(row.of_name, list, tools),
                }),
            },
          ]}
        />
      ),
    };
  });
  if (reply.groups.length === 0) return parts;
  const columns = ofGroups
    .filter((name) => reply.figures.some((one) => ofGroup(one, name)))
    .map(
      (name): TableColumn<RatesGroup> => ({
        id: name,
        head: t(`report.rates.${name as "accepted"}`),
        end: true,
        cell: (group) => {
          const figure = group.figures.find((one) => ofGroup(one, name));
          return (
            figure && (
              <Leads figure={figure} tools={tools}>
                {figure.permille === null
                  ? number(figure.n)
                  : t("report.share", { count: figure.n, rate: share(figure.permille, tools) })}
              </Leads>
            )
          );
        },
      }),
    );
  return [
    ...parts,
    {
      id: "groups",
      title: t("report.groups"),
      note: reply.groups_total > MOST && t("report.firstGroups", { shown: MOST, count: reply.groups_total }),
      content: (
        <Table
          label={t("report.groups")}
          rows={reply.groups}
          keyOf={(group) => group.key ?? ""}
          columns={[
            {
              id: "name",
              head: t("columns.name"),
              names: true,
              cell: (group) => <Own>{groupName(group, tools)}</Own>,
            },
            ...columns,
          ]}
        />
      ),
    },
  ];
}

/** Both lists count something as implemented: that of recommendations is meant. */
const ofGroup = (figure: Figure, name: string) =>
  figure.name === name && (figure.list === "recommendations" || name === "commitments");

/** The filter, asked when it is typed to its end. */
function FilterField(props: { value: FieldValue; onChange: (value: FieldValue) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(asText(props.value));
  return (
    <TextField className="field" value={text} onChange={setText} onBlur={() => props.onChange(text.trim())}>
      <Label>{t("plain.field.filter")}</Label>
      <Input
        className="input"
        dir="auto"
        placeholder={t("list.filterHint")}
        onKeyDown={(event) => {
          if (event.key === "Enter") props.onChange(text.trim());
        }}
      />
    </TextField>
  );
}

export const rateReports = {
  rates: report({
    query: "Rates",
    fields: ({ t }) => [
      {
        name: "filter",
        kind: "own",
        label: t("plain.field.filter"),
        render: (own) => <FilterField value={own.value} onChange={own.onChange} />,
      },
      {
        name: "group",
        kind: "choice",
        label: t("report.alsoBy"),
        empty: t("overdue.ungrouped"),
        options: ways.map((id) => ({ id, label: t(`groupBy.${id}`) })),
      },
    ],
    initial: { filter: "", group: "" },
    args: (values) => ({
      filter: asText(values.filter) || null,
      group: asText(values.group) || null,
      limit: MOST,
    }),
    told,
  }),
} as const;
