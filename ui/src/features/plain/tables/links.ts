// Plain forms about how things hang together: parts, links, themes, successors, one commitment for many.
import { picked, previewed, rowsOf, type Table } from "../entry";
import { day, due, few, lines, long, must, one, pick, picks, text } from "../fields";
import { tellRepeat } from "../tell";

export const links = {
  SplitRecommendation: {
    group: "links",
    on: ["recommendation"],
    of: "recommendation",
    fields: { parts: lines(must), moves: lines() },
    when: (page) => page.type === "recommendation" && page.parent === null,
  },
  JoinParts: {
    group: "links",
    on: ["recommendation"],
    of: "recommendation",
    fields: {},
    when: (page) => page.type === "recommendation" && (page.parent !== null || page.parts.length > 0),
  },
  LinkRecommendations: {
    group: "links",
    on: ["recommendation"],
    of: "of",
    fields: {
      kind: few("linkKind", { start: "related", label: "how_linked" }),
      other: pick("recommendation", must),
      reason: long(must),
    },
  },
  EditLink: {
    group: "links",
    on: ["recommendation"],
    row: {
      arg: "link",
      of: rowsOf("recommendation", (page) =>
        page.links.map((one) => ({ id: one.id, label: one.other.ref, values: { reason: one.reason } })),
      ),
    },
    fields: { reason: long(must) },
  },
  CarryForward: {
    group: "links",
    on: ["recommendation"],
    fields: {
      recommendation: picks("recommendation", {
        ...must,
        label: "carried",
        start: (page) => (page ? [picked(page)] : []),
      }),
      source: pick("source", { wide: false, label: "new_source" }),
      framework: pick("framework", { wide: false }),
      theme: pick("theme", { wide: false }),
      label: text({ label: "new_label" }),
      reason: long(must),
    },
  },
  AddAnswer: {
    group: "links",
    on: ["commitment"],
    of: "commitment",
    fields: { recommendation: pick("recommendation", { ...must, label: "answers" }) },
  },
  RepeatCommitment: {
    group: "links",
    on: ["recommendation"],
    of: "recommendation",
    fields: {
      deliverable: long({ ...must, label: "each_delivers" }),
      title: text({ wide: true, label: "series_title" }),
      actor: picks("actor", { label: "each_of" }),
      under: pick("actor", { wide: false }),
      of_kind: one("actorKind"),
      level: one("actorLevel"),
      except: picks("actor"),
      due: due(),
      kind: one("commitmentKind", { label: "commitment_kind" }),
      made_on: day(),
      done_when: long(),
      handler: text(),
    },
    preview: previewed({
      by: "RepeatPreview",
      keep: ["actor", "under", "of_kind", "level", "except", "series"],
      tell: tellRepeat,
    }),
  },
  TagItem: {
    group: "links",
    on: ["recommendation", "commitment"],
    of: "item",
    fields: { theme: pick("theme", must) },
  },
  UntagItem: {
    group: "links",
    on: ["recommendation"],
    of: "item",
    row: {
      arg: "theme",
      of: rowsOf("recommendation", (page) =>
        page.themes.map((one) => ({ id: one.id, label: `${one.framework}: ${one.name}` })),
      ),
    },
    fields: {},
  },
  AddFramework: { group: "links", on: [], fields: { name: text({ ...must, wide: true }) } },
  EditFramework: {
    group: "links",
    on: [],
    fields: { framework: pick("framework", must), name: text({ ...must, wide: true, label: "new_name" }) },
  },
  AddTheme: {
    group: "links",
    on: [],
    fields: { framework: pick("framework", must), name: text({ ...must, wide: true }) },
  },
  EditTheme: {
    group: "links",
    on: [],
    fields: { theme: pick("theme", must), name: text({ ...must, wide: true, label: "new_name" }) },
  },
  AddCrosswalk: {
    group: "links",
    on: [],
    fields: {
      theme: pick("theme", must),
      kind: few("crosswalkKind", { start: "equal", label: "how_stands" }),
      other: pick("theme", { ...must, label: "other_theme" }),
      reason: long(must),
    },
  },
} satisfies Table;
