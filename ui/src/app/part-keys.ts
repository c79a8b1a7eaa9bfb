// The keys that a part of the window hears itself, for the sheet of keys; those of the acts stand in actions.ts. A test
// reads the handlers: what one hears and does not stand here is named. The words are `keys.part.<part>` and
// `keys.<part>.<id>` in strings.
import type { Stroke } from "../shared/keys/keys";

type PartKey = { id: string; strokes: readonly Stroke[] };

export const partKeys = {
  grid: [
    { id: "rows", strokes: ["arrowup", "arrowdown", "pageup", "pagedown"] },
    { id: "ends", strokes: ["home", "end"] },
    { id: "open", strokes: ["enter"] },
    { id: "choose", strokes: ["space"] },
    { id: "range", strokes: ["shift+arrowup", "shift+arrowdown"] },
    { id: "keep", strokes: ["mod+arrowup", "mod+arrowdown"] },
    { id: "one", strokes: ["mod+space"] },
    { id: "all", strokes: ["mod+a"] },
    { id: "none", strokes: ["escape"] },
    { id: "copy", strokes: ["mod+c"] },
    { id: "paste", strokes: ["mod+v"] },
    { id: "cells", strokes: ["arrowright", "arrowleft"] },
    { id: "group", strokes: ["arrowleft"] },
    { id: "folds", strokes: ["arrowleft", "arrowright", "enter"] },
    { id: "row", strokes: ["escape"] },
    { id: "edit", strokes: ["f2", "enter"] },
    { id: "fill", strokes: ["mod+d"] },
    { id: "heads", strokes: ["arrowup"] },
    { id: "sort", strokes: ["enter", "shift+enter"] },
    { id: "size", strokes: ["shift+arrowleft", "shift+arrowright"] },
    { id: "place", strokes: ["mod+arrowleft", "mod+arrowright"] },
    { id: "leave", strokes: ["arrowdown", "escape"] },
  ],
  selection: [{ id: "leave", strokes: ["escape"] }],
  cell: [
    { id: "save", strokes: ["enter"] },
    { id: "across", strokes: ["tab", "shift+tab"] },
    { id: "leave", strokes: ["escape"] },
  ],
  filter: [
    { id: "apply", strokes: ["enter"] },
    { id: "leave", strokes: ["escape"] },
  ],
  search: [
    { id: "open", strokes: ["enter"] },
    { id: "all", strokes: ["mod+enter"] },
    { id: "lines", strokes: ["arrowup", "arrowdown", "pageup", "pagedown"] },
    { id: "list", strokes: ["arrowdown"] },
    { id: "leave", strokes: ["escape"] },
  ],
  jobs: [{ id: "cancel", strokes: ["escape", "mod+."] }],
  form: [
    { id: "save", strokes: ["mod+enter"] },
    { id: "again", strokes: ["mod+shift+enter"] },
    { id: "last", strokes: ["mod+d"] },
    { id: "close", strokes: ["escape"] },
  ],
  later: [
    { id: "number", strokes: ["1", "2", "3", "4", "5", "6"] },
    { id: "take", strokes: ["enter"] },
  ],
  diary: [
    { id: "lines", strokes: ["arrowup", "arrowdown", "pageup", "pagedown"] },
    { id: "ends", strokes: ["home", "end"] },
    { id: "open", strokes: ["enter"] },
    { id: "undo", strokes: ["z"] },
  ],
  picture: [
    { id: "marks", strokes: ["arrowleft", "arrowright", "arrowup", "arrowdown"] },
    { id: "ends", strokes: ["home", "end"] },
    { id: "open", strokes: ["enter", "space"] },
  ],
  columns: [{ id: "place", strokes: ["alt+arrowup", "alt+arrowdown"] }],
  outline: [
    { id: "items", strokes: ["j", "k", "arrowdown", "arrowup"] },
    { id: "ends", strokes: ["home", "end"] },
    { id: "open", strokes: ["enter"] },
  ],
  letter: [{ id: "copy", strokes: ["mod+c"] }],
  new: [
    { id: "commitment", strokes: ["c"] },
    { id: "recommendation", strokes: ["r"] },
    { id: "source", strokes: ["s"] },
    { id: "actor", strokes: ["a"] },
  ],
} as const satisfies Record<string, readonly PartKey[]>;

export type Part = keyof typeof partKeys;

export const parts = Object.keys(partKeys) as Part[];
