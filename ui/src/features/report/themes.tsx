// Reports on frameworks: their themes with what carries them and the crosswalks between them, and recommendations added
// up with duplicates counted once.
import { pickers } from "../../queries/pickers";
import type { RollupReply, States } from "../../queries/types";
import { asPicked } from "../../shared/form/values";
import { GoTo } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { Table } from "../../shared/ui/Table";
import { report, type Told, type Tools } from "./report";

/** As a value of a filter: in quotes, with what would end them kept. */
const quoted = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;

const states = [
  "not_taken_up",
  "open",
  "overdue",
  "waiting",
  "implemented",
  "partly",
  "closed",
  "suspended",
  "overtaken",
] as const satisfies readonly (keyof States)[];

function figures(reply: RollupReply, tools: Tools): readonly Told[] {
  const { t, number } = tools;
  const rows = [
    ...reply.themes.map((one) => ({ id: one.id, name: one.name, figures: one.figures })),
    { id: "total", name: t("report.total"), figures: reply.total },
  ];
  return [
    {
      id: "figures",
      content: (
        <Table
          label={t("report.title.rollup")}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              id: "name",
              head: t("kind.theme"),
              names: true,
              cell: (row) =>
                row.id === "total" ? (
                  <strong>{row.name}</strong>
                ) : (
                  <GoTo
                    onPress={() =>
                      tools.leads({ list: "recommendations", filter: `theme:${quoted(row.name)}` })
                    }
                  >
                    <Own>{row.name}</Own>
                  </GoTo>
                ),
            },
            {
              id: "once",
              head: t("report.once"),
              end: true,
              cell: (row) => number(row.figures.once),
            },
            {
              id: "all",
              head: t("side.recommendations"),
              end: true,
              cell: (row) => number(row.figures.recommendations),
            },
            {
              id: "commitments",
              head: t("columns.commitments"),
              end: true,
              cell: (row) => number(row.figures.commitments),
            },
            ...states
              .filter((state) => rows.some((row) => row.figures.states[state] > 0))
              .map((state) => ({
                id: state,
                head: t(`progressState.${state}`),
                end: true,
                cell: (row: (typeof rows)[number]) =>
                  row.figures.states[state] > 0 ? (
                    <span className={state === "overdue" ? "late-text" : ""}>
                      {number(row.figures.states[state])}
                    </span>
                  ) : (
                    ""
                  ),
              })),
          ]}
        />
      ),
    },
  ];
}

export const themeReports = {
  themes: report({
    query: "Themes",
    args: () => ({}),
    told: (reply, tools) =>
      reply.frameworks.map((framework) => ({
        id: framework.id,
        title: framework.name,
        note: tools.t("report.themesCount", { count: framework.themes.length }),
        content: (
          <Table
            label={framework.name}
            rows={framework.themes}
            keyOf={(row) => row.id}
            columns={[
              {
                id: "name",
                head: tools.t("kind.theme"),
                names: true,
                cell: (row) => (
                  <GoTo
                    onPress={() =>
                      tools.leads({ list: "recommendations", filter: `theme:${quoted(row.name)}` })
                    }
                  >
                    <Own>{row.name}</Own>
                  </GoTo>
                ),
              },
              {
                id: "items",
                head: tools.t("columns.items"),
                end: true,
                cell: (row) => tools.number(row.items),
              },
              {
                id: "through",
                head: tools.t("report.through"),
                end: true,
                cell: (row) => tools.number(row.through),
              },
              {
                id: "crosswalks",
                head: tools.t("kind.crosswalk"),
                cell: (row) =>
                  row.crosswalks.length > 0 && (
                    <details className="more">
                      <summary>{tools.t("report.crosswalks", { count: row.crosswalks.length })}</summary>
                      <ul className="bullets">
                        {row.crosswalks.map((one) => (
                          <li key={one.id}>
                            {tools.t(`crosswalkKind.${one.kind}`)}{" "}
                            <strong>
                              <Own>{one.other.name}</Own>
                            </strong>{" "}
                            <span className="quiet">
                              <Own>{one.reason}</Own>
                            </span>
                          </li>
                        ))}
                      </ul>
                    </details>
                  ),
              },
            ]}
          />
        ),
      })),
    adds: ["AddFramework", "AddTheme", "AddCrosswalk"],
  }),
  rollup: report({
    query: "Rollup",
    fields: ({ t }) => [
      {
        name: "framework",
        kind: "pick",
        label: t("plain.field.framework"),
        useItems: pickers.framework,
      },
      { name: "source", kind: "pick", label: t("kind.source"), useItems: pickers.source },
    ],
    initial: { framework: null, source: null },
    args: (values) => ({
      framework: asPicked(values.framework)?.id ?? null,
      source: asPicked(values.source)?.id ?? null,
    }),
    told: figures,
  }),
} as const;
