// Plain forms about what is measured: indicators and what was observed of them.
import type { Values } from "../../../shared/form/values";
import { type Also, picked, rowsOf, type Table } from "../entry";
import { day, long, must, one, pick, picks, text } from "../fields";

const definition = {
  name: text({ ...must, wide: true, label: "measured" }),
  unit: text(must),
  direction: one("direction", { start: "increase" }),
  definition: long(),
  baseline: text(),
  baseline_on: day(),
  target: text(),
  target_on: day(),
};
const observation = {
  value: text(must),
  on: day({ start: "today", label: "observed_on" }),
  source: text({ label: "said_by" }),
  category: text(),
  evidence: pick("evidence"),
  note: text({ wide: true, label: "remark" }),
};

export const results = {
  AddIndicator: {
    group: "results",
    on: [],
    opens: true,
    fields: {
      ...definition,
      of: picks("any", {
        label: "speaks_of",
        start: (page) =>
          page && (page.type === "commitment" || page.type === "recommendation") ? [picked(page)] : [],
      }),
    },
  },
  EditIndicator: {
    group: "results",
    on: ["indicator"],
    of: "indicator",
    fields: definition,
    edits: (page): Values =>
      page.type === "indicator"
        ? {
            name: page.name,
            unit: page.unit,
            direction: page.direction,
            definition: page.definition ?? "",
            baseline: page.baseline ?? "",
            baseline_on: page.baseline_on ?? "",
            target: page.target ?? "",
            target_on: page.target_on ?? "",
          }
        : {},
  },
  LinkIndicator: {
    group: "results",
    on: ["commitment", "recommendation", "series"],
    of: "item",
    fields: { indicator: pick("indicator", must) },
  },
  Observe: {
    group: "results",
    on: ["indicator"],
    of: "indicator",
    fields: observation,
  },
  CorrectObservation: {
    group: "results",
    on: ["indicator"],
    row: {
      arg: "observation",
      of: rowsOf("indicator", (page) =>
        page.series.flatMap((one) =>
          one.points.map((point) => ({
            id: point.id,
            label: [point.on, point.value, point.category, point.source].filter(Boolean).join(", "),
            values: {
              value: point.value,
              on: point.on,
              source: point.source ?? "",
              category: point.category ?? "",
              evidence: point.evidence && {
                id: point.evidence.id,
                ref: point.evidence.ref,
                name: point.evidence.title,
              },
              note: point.note ?? "",
            },
          })),
        ),
      ),
    },
    fields: { ...observation, reason: long(must) },
  },
} satisfies Table;

/** Further forms of commands that have one already. */
export const alsoResults = {
  ObserveHere: {
    command: "Observe",
    group: "results",
    on: ["commitment", "recommendation"],
    row: {
      arg: "indicator",
      of: (page) =>
        page.type === "commitment" || page.type === "recommendation"
          ? page.desk.indicators.map((one) => ({ id: one.id, label: one.name }))
          : [],
    },
    fields: observation,
  } satisfies Also<"Observe">,
};
