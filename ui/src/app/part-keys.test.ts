// The sheet of keys is whole: each file that hears keys is known, and each key that it names stands in the sheet under
// the part that hears it. Whether a key does what the sheet says, the journeys see.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Stroke } from "../shared/keys/keys";
import { type Part, partKeys } from "./part-keys";

/** Which part a file that hears keys is of; null: it hears those of the acts, or hands them on. */
const heard: Record<string, Part | null> = {
  "app/Jobs.tsx": "jobs",
  "app/SearchPlace.tsx": "search",
  "app/Windows.tsx": "new",
  "app/use-keys.ts": null,
  "features/actor/Letter.tsx": "letter",
  "features/item/DiaryLine.tsx": "diary",
  "features/item/DiaryPages.tsx": "diary",
  "features/list/CellEditor.tsx": "cell",
  "features/list/ColumnsWindow.tsx": "columns",
  "features/list/FilterBox.tsx": "filter",
  "features/list/SelectionBar.tsx": "selection",
  "features/picture/Figure.tsx": "picture",
  "features/report/rates.tsx": "filter",
  "features/review/AskAgainForm.tsx": "later",
  "features/search/Palette.tsx": "search",
  "features/search/use-choice.ts": "search",
  "features/source/Outline.tsx": "outline",
  // The same keys as the actions of an open workspace.
  "features/start/use-start-keys.ts": null,
  "shared/form/Form.tsx": "form",
  "shared/grid/Grid.tsx": null,
  "shared/grid/maths.ts": "grid",
  "shared/grid/use-grid-keys.ts": "grid",
  "shared/keys/held.ts": null,
  // What the browser's own buttons and links hear, and the system's menus.
  "shared/ui/Button.tsx": null,
  "shared/ui/Menu.tsx": null,
};

const root = "src";
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const text = (path: string) => readFileSync(join(root, path), "utf8");

const hears = /onKeyDown|onKeyUp|"keydown"|"keyup"|KeyboardEvent|case "(Arrow|Page)/;

/** The keys that a handler names. `Control` alone and such are no keys. */
function keysIn(code: string): string[] {
  const named = [
    ...code.matchAll(/\.key [!=]== "([^"]+)"/g),
    ...code.matchAll(/\bkey [!=]== "([^"]+)"/g),
    ...code.matchAll(/case "((?:Arrow|Page)\w+|Home|End)"/g),
    ...code.matchAll(/^ {2}((?:Arrow|Page)\w+|Home|End): /gm),
    ...code.matchAll(/matches\([^()]*, "([^"]+)"\)/g),
    ...code.matchAll(/const [A-Z]+ = "(mod\+\w)"/g),
  ];
  return [...new Set(named.map(([, key = ""]) => (key === " " ? "space" : key.toLowerCase())))];
}

const stands = (part: Part, key: string) =>
  partKeys[part].some(({ strokes }) =>
    (strokes as readonly Stroke[]).some((stroke) => stroke === key || stroke.split("+").pop() === key),
  );

describe("the sheet of keys", () => {
  it("knows every file that hears keys", () => {
    const found = sources.filter((path) => hears.test(text(path)) && path !== "shared/keys/keys.ts");
    expect(found.sort()).toEqual(Object.keys(heard).sort());
  });

  it.each(Object.entries(heard).filter(([, part]) => part !== null))("has each key of %s", (path, part) => {
    const keys = keysIn(text(path));
    expect(keys.filter((key) => part !== null && !stands(part, key))).toEqual([]);
  });

  it("reads the keys of a handler", () => {
    const code = [
      'if (event.key === "Enter" || event.key === " ") return;',
      'matches(event.nativeEvent, "mod+a")',
    ];
    expect(keysIn(code.join("\n"))).toEqual(["enter", "space", "mod+a"]);
  });
});
