// Plain forms about lists: saved views of them, and the rounds of review in which they were gone through.
import type { Table } from "../entry";
import { long, must, one, pick, text } from "../fields";

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
  HoldReview: {
    group: "desk",
    on: [],
    fields: {
      name: text({ ...must, wide: true, label: "review_name" }),
      note: long({ label: "review_note" }),
    },
  },
} satisfies Table;
