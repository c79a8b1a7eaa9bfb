// The keys of the list for the sheet of keys. They are heard by the grid itself (shared/grid/use-grid-keys.ts).
import type { Stroke } from "../shared/keys/keys";

export const gridKeys = [
  { id: "cells", strokes: ["arrowright", "arrowleft"] },
  { id: "row", strokes: ["escape"] },
  { id: "heads", strokes: ["arrowup"] },
  { id: "sort", strokes: ["enter", "shift+enter"] },
  { id: "size", strokes: ["shift+arrowleft", "shift+arrowright"] },
  { id: "place", strokes: ["mod+arrowleft", "mod+arrowright"] },
  { id: "range", strokes: ["shift+arrowup", "shift+arrowdown"] },
  { id: "one", strokes: ["mod+space"] },
  { id: "all", strokes: ["mod+a"] },
  { id: "copy", strokes: ["mod+c"] },
  { id: "edit", strokes: ["f2", "enter"] },
  { id: "fill", strokes: ["mod+d"] },
  { id: "paste", strokes: ["mod+v"] },
] as const satisfies readonly { id: string; strokes: readonly Stroke[] }[];
