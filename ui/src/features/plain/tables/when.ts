// Plain forms about time: events that move their dues, milestones, occurrences, intervals of review.
import type { Values } from "../../../shared/form/values";
import { type Also, previewed, rowsOf, type Table } from "../entry";
import { day, due, long, must, number, one, pick, text } from "../fields";
import { tellMove } from "../tell";

const steps = (done: boolean) =>
  rowsOf("commitment", (page) =>
    page.milestones
      .filter((one) => (one.done_on !== null) === done)
      .map((one) => ({ id: one.id, label: one.text })),
  );

export const when = {
  AddEvent: {
    group: "when",
    on: [],
    opens: true,
    fields: { name: text({ ...must, wide: true }), from: text(), to: text() },
  },
  RenameEvent: {
    group: "when",
    on: ["event"],
    of: "event",
    fields: { name: text({ ...must, wide: true }) },
    edits: (page): Values => (page.type === "event" ? { name: page.name } : {}),
  },
  MoveEvent: {
    group: "when",
    on: ["event"],
    of: "event",
    fields: {
      from: text(must),
      to: text(),
      reason: long(),
      decider: text(),
      on: day({ start: "today", label: "decided" }),
    },
    preview: previewed({
      by: "EventMovePreview",
      keep: ["event", "from", "to"],
      tell: tellMove,
    }),
  },
  AddMilestone: {
    group: "when",
    on: ["commitment"],
    of: "commitment",
    fields: {
      text: text({ ...must, wide: true, label: "step" }),
      due: due(),
      term: one("term"),
      event: pick("event", { wide: false }),
    },
  },
  EditMilestone: {
    group: "when",
    on: ["commitment"],
    row: {
      arg: "milestone",
      of: rowsOf("commitment", (page) =>
        page.milestones.map((one) => ({
          id: one.id,
          label: one.text,
          values: { text: one.text, term: one.term ?? "" },
        })),
      ),
    },
    fields: { text: text({ ...must, wide: true, label: "step" }), term: one("term"), place: number() },
  },
  CompleteMilestone: {
    group: "when",
    on: ["commitment"],
    row: { arg: "milestone", of: steps(false) },
    fields: { on: day({ start: "today", label: "reached" }) },
  },
  WaiveOccurrence: {
    group: "when",
    on: ["commitment"],
    of: "commitment",
    row: {
      arg: "occurrence",
      of: rowsOf("commitment", (page) =>
        page.occurrences.filter((one) => one.on === null).map((one) => ({ id: one.day, label: one.day })),
      ),
    },
    fields: { reason: long(must), on: day({ start: "today" }) },
  },
  SetReviewInterval: {
    group: "when",
    on: ["commitment", "source", "actor"],
    of: "item",
    fields: { months: text({ ...must, none: true }) },
  },
} satisfies Table;

/** Further forms of commands that have one already. */
export const alsoWhen = {
  MoveMilestone: {
    command: "SetDue",
    group: "when",
    on: ["commitment"],
    row: { arg: "commitment", of: steps(false) },
    fields: {
      words: due(must),
      reason: long(must),
      decider: text(),
      on: day({ start: "today", label: "decided" }),
    },
  } satisfies Also<"SetDue">,
  ReopenMilestone: {
    command: "CompleteMilestone",
    group: "when",
    on: ["commitment"],
    row: { arg: "milestone", of: steps(true) },
    fields: {},
    always: { on: "none" },
  } satisfies Also<"CompleteMilestone">,
};
