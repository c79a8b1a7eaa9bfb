// Every act of the window, once: its id (which is also its id in the native menu), its keys, what it needs. Palette,
// buttons, the sheet of keys and the key handler read this table; the words are `actions.<id>` in strings. What an act
// does stands in use-acts.ts.
import type { ItemPage } from "../queries/types";
import type { Stroke } from "../shared/keys/keys";

export type ItemType = ItemPage["type"];

type Known = {
  strokes?: readonly Stroke[];
  /** Only with such an item open (and not in the bin, unless `inBin`). */
  on?: readonly ItemType[];
  inBin?: boolean;
  group: "item" | "add" | "file" | "go" | "window";
  /** Stands in the bar of acts of these items, the first as the main one. */
  bar?: readonly ItemType[];
};

const main: readonly ItemType[] = ["commitment", "recommendation", "actor", "source", "evidence"];
const every: readonly ItemType[] = [...main, "event", "series", "request", "indicator"];
const kept: readonly ItemType[] = [...main, "request", "indicator"];

export const actions = {
  "log-update": { strokes: ["u"], on: ["commitment"], group: "item", bar: ["commitment"] },
  "add-evidence": {
    strokes: ["e"],
    on: ["commitment", "recommendation"],
    group: "item",
    bar: ["commitment", "recommendation"],
  },
  verify: { strokes: ["v"], on: ["commitment"], group: "item", bar: ["commitment"] },
  "change-due": { strokes: ["d"], on: ["commitment"], group: "item", bar: ["commitment"] },
  "ask-again": { strokes: ["m"], on: ["commitment"], group: "item" },
  escalate: { strokes: ["c"], on: ["commitment"], group: "item" },
  return: { strokes: ["b"], on: ["commitment"], group: "item" },
  "set-lead": { strokes: ["l"], on: ["commitment"], group: "item" },
  assess: { strokes: ["s"], on: ["recommendation"], group: "item" },
  "add-addressee": { strokes: ["a"], on: ["recommendation"], group: "item", bar: ["recommendation"] },
  letter: { strokes: ["shift+l"], on: ["actor"], group: "item", bar: ["actor"] },
  edit: {
    strokes: ["f2"],
    on: [...main, "event"],
    group: "item",
    bar: ["recommendation", "actor", "source", "evidence", "event"],
  },
  history: { strokes: ["h"], on: every, inBin: true, group: "item" },
  private: { strokes: ["x"], on: kept, group: "item" },
  delete: { strokes: ["delete"], on: every, group: "item" },
  restore: { on: every, inBin: true, group: "item" },
  add: { strokes: ["n"], group: "add" },
  "new-commitment": { group: "add" },
  "new-recommendation": { group: "add" },
  "new-actor": { group: "add" },
  "new-source": { group: "add" },
  undo: { strokes: ["mod+z"], group: "file" },
  redo: { strokes: ["mod+shift+z", "mod+y"], group: "file" },
  export: { strokes: ["mod+e"], group: "file" },
  "save-copy": { strokes: ["mod+shift+s"], group: "file" },
  new: { strokes: ["mod+n"], group: "file" },
  open: { strokes: ["mod+o"], group: "file" },
  "open-recent": { strokes: ["mod+shift+o"], group: "file" },
  "new-window": { strokes: ["mod+shift+n"], group: "file" },
  "load-catalogue": { group: "file" },
  "draft-commitments": { group: "file" },
  check: { group: "file" },
  practise: { group: "window" },
  overdue: { strokes: ["g"], group: "go" },
  pictures: { strokes: ["shift+p"], group: "go" },
  diary: { strokes: ["shift+h"], group: "go" },
  compare: { strokes: ["shift+d"], group: "go" },
  review: { strokes: ["r"], group: "go" },
  "go-on-review": { strokes: ["shift+r"], group: "go" },
  "full-page": { strokes: ["o"], group: "go" },
  "as-of": { strokes: ["t"], group: "go" },
  today: { strokes: ["shift+t"], group: "go" },
  next: { strokes: ["j"], group: "go" },
  previous: { strokes: ["k"], group: "go" },
  fold: { strokes: ["shift+f"], group: "window" },
  unfold: { strokes: ["shift+u"], group: "window" },
  selection: { strokes: ["shift+s"], group: "window" },
  columns: { strokes: ["shift+c"], group: "window" },
  "paste-rows": { group: "file" },
  alone: { strokes: ["w"], group: "window" },
  "next-pane": { strokes: ["f6"], group: "go" },
  back: { strokes: ["escape"], group: "go" },
  palette: { strokes: ["mod+k", "/"], group: "window" },
  "search-list": { strokes: ["mod+shift+f"], group: "go" },
  manual: { strokes: ["f1"], group: "window" },
  stop: { strokes: ["mod+."], group: "window" },
  keys: { strokes: ["?"], group: "window" },
  about: { group: "window" },
} as const satisfies Record<string, Known>;

export type ActionId = keyof typeof actions;

export const actionIds = Object.keys(actions) as ActionId[];

export function isAction(id: string): id is ActionId {
  return id in actions;
}

export function known(id: ActionId): Known {
  return actions[id];
}

export function strokeOf(id: ActionId): Stroke | undefined {
  return known(id).strokes?.[0];
}

export type Here = { type: ItemType | null; deleted: boolean; readOnly: boolean };

/** Reading a file that may not be written, only these are offered. */
const reading: readonly ActionId[] = [
  "history",
  "export",
  "save-copy",
  "new",
  "open",
  "open-recent",
  "new-window",
  "check",
];

/** Whether an act can be done with what is open. */
export function possible(id: ActionId, here: Here): boolean {
  const { on, inBin, group } = known(id);
  if (here.readOnly && (group === "item" || group === "add" || group === "file") && !reading.includes(id))
    return false;
  if (!on) return true;
  if (here.type === null || !on.includes(here.type)) return false;
  if (id === "restore") return here.deleted;
  return !here.deleted || Boolean(inBin);
}
