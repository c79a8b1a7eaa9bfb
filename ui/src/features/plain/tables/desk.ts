// Plain forms of what the desk keeps for itself: numbers of others, notes, flags, the rules of the workspace, the bin.
import { previewed, type Table } from "../entry";
import { must, one } from "../fields";

export const desk = {
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
