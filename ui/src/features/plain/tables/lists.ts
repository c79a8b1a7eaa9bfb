// Plain forms about lists: saved views of them, one change to many of their items, and the rounds of review in which they were gone through.
import { type Also, type Entry, previewed, type Table } from "../entry";
import { check, day, due, long, must, one, pick, text, yesNo } from "../fields";
import { tellMany } from "../many";

/** What can be changed of many items at once. */
const change = {
  lead: pick("actor", { label: "new_lead" }),
  handler: text({ label: "new_handler" }),
  priority: one("newPriority", { label: "new_priority" }),
  due: due({ label: "new_due" }),
  event: pick("event"),
  status: one("status", { label: "new_status" }),
  text: long({ label: "happened" }),
  on: day({ start: "today" }),
  review_months: text({ label: "new_months" }),
  theme: pick("theme", { label: "put_theme" }),
  private: yesNo({ label: "keep_private" }),
  reason: long({ label: "many_reason" }),
  skip: check(),
} satisfies Entry<"SetMany">["fields"];

const preview = previewed({ by: "PreviewMany", tell: tellMany });

export const lists = {
  SaveView: {
    group: "desk",
    on: [],
    fields: {
      name: text({ ...must, wide: true, label: "view_name" }),
      filter: text({ wide: true }),
      list: one("listKind", { start: "commitments" }),
      group: text({ label: "grouped_by" }),
    },
  },
  EditView: {
    group: "desk",
    on: [],
    fields: {
      view: pick("view", must),
      name: text({ wide: true, label: "new_name" }),
      filter: text({ wide: true }),
      group: text({ label: "grouped_by" }),
    },
  },
  SetMany: {
    group: "desk",
    on: [],
    fields: {
      list: one("manyKind", { ...must, start: "commitments" }),
      filter: text({ ...must, wide: true, label: "many_filter" }),
      ...change,
    },
    preview,
  },
  HoldReview: {
    group: "desk",
    on: [],
    fields: {
      name: text({ ...must, wide: true, label: "review_name" }),
      note: long({ label: "review_note" }),
    },
  },
} satisfies Table;

/** The same about what is selected in a list: its items, or its filter, are given. */
export const alsoLists = {
  ChangeChosen: {
    command: "SetMany",
    group: "desk",
    on: [],
    given: true,
    fields: change,
    preview,
  } satisfies Also<"SetMany">,
  LogChosen: {
    command: "SetMany",
    group: "desk",
    on: [],
    given: true,
    fields: {
      text: long({ ...must, label: "happened" }),
      status: one("status", { label: "new_status" }),
      on: day({ start: "today" }),
      skip: check(),
    },
    preview,
  } satisfies Also<"SetMany">,
};
