// Plain forms of what the desk keeps for itself: numbers of others, notes, flags, the rules of the workspace, the bin.
import { previewed, type Table } from "../entry";
import { day, lines, long, must, one, pick, text } from "../fields";
import { tellRegister } from "../tell";

const items = ["commitment", "recommendation", "actor", "source", "evidence", "indicator"] as const;

export const desk = {
  AddTheirRef: {
    group: "desk",
    on: items,
    of: "item",
    fields: { number: text({ ...must, label: "their_number" }), whose: text() },
  },
  SetNote: {
    group: "desk",
    on: items,
    of: "item",
    fields: {
      text: long({
        none: true,
        label: "own_note",
        start: (page) => (page && "desk" in page ? (page.desk.note?.text ?? "") : ""),
      }),
    },
  },
  SetFlag: {
    group: "desk",
    on: items,
    of: "item",
    fields: {
      on: day({
        none: true,
        label: "flag_on",
        start: (page) => (page && "desk" in page ? (page.desk.flag?.on ?? "") : ""),
      }),
      why: text({
        label: "flag_why",
        start: (page) => (page && "desk" in page ? (page.desk.flag?.why ?? "") : ""),
      }),
    },
  },
  SetField: {
    group: "desk",
    on: items,
    of: "item",
    fields: { field: pick("field", must), values: lines({ ...must, label: "values" }) },
  },
  DefineField: {
    group: "desk",
    on: [],
    fields: {
      name: text({ ...must, wide: true, label: "field_name" }),
      kind: one("customKind", { ...must, start: "text", label: "field_kind" }),
      list: one("listKind", { ...must, start: "commitments", label: "list" }),
      choices: lines(),
    },
  },
  EditField: {
    group: "desk",
    on: [],
    fields: {
      field: pick("field", must),
      name: text({ wide: true, label: "new_name" }),
      kind: one("customKind", { label: "field_kind" }),
      choices: lines(),
    },
  },
  TakeOverRegister: {
    group: "desk",
    on: [],
    fields: {
      text: long({ ...must, label: "table" }),
      source: text({ ...must, label: "table_source" }),
      file: text({ ...must, label: "table_file" }),
      columns: lines({ label: "table_columns" }),
      closed_before: day(),
    },
    preview: previewed({
      by: "ReadRegister",
      keep: ["text", "columns", "source"],
      tell: tellRegister,
    }),
  },
  SetSetting: {
    group: "desk",
    on: [],
    fields: {
      name: one("setting", { ...must, label: "rule" }),
      value: one("yesNo", { ...must, label: "holds" }),
    },
  },
  EmptyBin: {
    group: "desk",
    on: [],
    fields: {},
    preview: previewed({
      by: "EmptyBin",
      ask: { sure: false },
      sure: { sure: true },
      tell: (reply) => reply.sentence,
    }),
  },
} satisfies Table;
