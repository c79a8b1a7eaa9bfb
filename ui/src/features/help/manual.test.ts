// Holds the manuals together: the same headings, steps, lists and terms in each language, and only keys that the window
// hears. Whether a translation is good, a reader of the language must say.
import { readdirSync, readFileSync } from "node:fs";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { languages } from "../../strings";

const folder = "../docs/manual";
const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const others = Object.keys(languages)
  .filter((language) => language !== "en")
  .map((language) => `${language}.md`);

/** What the text is made of, without its words: a heading by its depth, a step, a point, a row of the table. */
const shape = (text: string) =>
  text
    .split("\n")
    .flatMap((line) => /^(#+|\d+\.|-|\|)(?=[ -])/.exec(line)?.[1] ?? [])
    .map((sign) => (/^\d/.test(sign) ? "1." : sign))
    .join(" ");
/** What stands as code: keys, and words that the program reads. */
const codes = (text: string) =>
  [...text.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? "").replace(/\s+/g, " "));
const isKey = (code: string) => /^(?:(?:Ctrl|Shift)\+)*(?:[A-Z?]|Escape|Enter|F\d|Shift)$/.test(code);

/** The keys of the table of acts, as the manual writes them. */
function heard(): Set<string> {
  const table = ["actions.ts", "ReviewPane.tsx", "part-keys.ts"]
    .map((name) => readFileSync(`src/app/${name}`, "utf8"))
    .join("\n");
  const strokes = [...table.matchAll(/"((?:mod\+)?(?:shift\+)?(?:[a-z?/]|f\d|escape|delete))"/g)];
  const written = strokes.map((match) =>
    (match[1] ?? "")
      .split("+")
      .map((part) => (part === "mod" ? "Ctrl" : part[0]?.toUpperCase() + part.slice(1)))
      .join("+"),
  );
  // A form is saved with it, and a heading pressed with Shift.
  return new Set([...written, "Ctrl+Enter", "Shift"]);
}

describe("the manual", () => {
  it("names only keys that are heard", () => {
    const keys = codes(read("en.md")).filter(isKey);
    expect(keys.length).toBeGreaterThan(25);
    const all = heard();
    expect(keys.filter((key) => !all.has(key))).toEqual([]);
  });

  it("is there in each language of the window, and in no other", () => {
    const there = readdirSync(folder).filter((name) => name.endsWith(".md"));
    expect(there.sort()).toEqual([...others, "en.md"].sort());
  });

  it.each(others)(
    "%s has the headings and parts of the English one, and its keys, and says that it is unreviewed",
    (name) => {
      const [own, english] = [read(name), read("en.md")];
      expect(shape(own)).toBe(shape(english));
      const keys = (text: string) => [...new Set(codes(text).filter(isKey))].sort();
      expect(keys(own)).toEqual(keys(english));
      expect(own.split("\n")[2]).toMatch(/^\*[^*]+\*$/);
    },
  );

  // Beside the signs of Chinese and Arabic, Markdown does not take every asterisk for a mark.
  it.each([...others, "en.md"])("%s shows no mark of Markdown as a sign", (name) => {
    expect(marked.parse(read(name), { async: false })).not.toMatch(/[*`|]/);
  });
});
