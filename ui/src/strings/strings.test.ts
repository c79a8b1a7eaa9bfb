// Holds the words together: none missing, none unused, the same in every language, and the types current.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { firstLanguage, localeFor } from ".";
import ar from "./ar.json";
import en from "./en.json";
import { lists } from "./lists";
import { daysBetween, localToday } from "./words";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}

function* sources(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|\.d\.json\.ts$/.test(entry.name)) yield path;
  }
}

const english = flat(en as unknown as Tree);
const arabic = flat(ar as unknown as Tree);
const code = [...sources("src")].map((path) => readFileSync(path, "utf8")).join("\n");

/** Names of the arguments, and of the tags, of a message. */
function holes(message: string): string[] {
  const holes = /(?<!(?:\b(?:zero|one|two|few|many|other)|=\d+) )[{<]\s*([a-z]\w*)\s*[,}>]/g;
  const found = [...message.matchAll(holes)].map((match) => match[1] ?? "");
  return [...new Set(found)].sort();
}

describe("the words", () => {
  it("are all used", () => {
    const prefixes = [...code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((match) => match[1] ?? "");
    prefixes.push(...Object.keys(lists).map((list) => `${list}.`));
    const unused = [...english.keys()].filter(
      (key) => !code.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
  it("are all there", () => {
    const asked = [...code.matchAll(/\bt(?:\.rich)?\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.filter((key) => !english.has(key))).toEqual([]);
  });
  it("are the same in Arabic, with the same arguments", () => {
    expect([...arabic.keys()].filter((key) => key !== "_meta.note").sort()).toEqual(
      [...english.keys()].sort(),
    );
    const differing = [...english].filter(([key, text]) => {
      const other = arabic.get(key) ?? "";
      return holes(text).join() !== holes(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
  it.each([
    ["en", en, english],
    ["ar", ar, arabic],
  ] as const)("can all be said: %s", (locale, messages, keys) => {
    const wrong: string[] = [];
    const t = createTranslator({
      locale,
      messages: messages as unknown as Tree,
      onError: (fault) => wrong.push(fault.message),
    }) as unknown as { rich: (key: string, values: unknown) => unknown };
    for (const [key, text] of keys) {
      const values = Object.fromEntries(holes(text).map((name) => [name, name === "bdi" ? String : 3]));
      t.rich(key, values);
    }
    expect(wrong).toEqual([]);
  });
  it("have current types", () => {
    const types = readFileSync("src/strings/en.d.json.ts", "utf8");
    expect(types).toContain(JSON.stringify(en, null, 2));
  });
});

describe("language and days", () => {
  it("goes by the address, then the choice, then the system", () => {
    expect(firstLanguage("?lang=ar", "en", ["en-GB"])).toBe("ar");
    expect(firstLanguage("", "ar", ["en-GB"])).toBe("ar");
    expect(firstLanguage("?lang=xx", null, ["fr-FR", "ar-EG"])).toBe("ar");
    expect(firstLanguage("", null, ["fr-FR"])).toBe("en");
    expect(localeFor("en", ["fr-FR", "en-US"])).toBe("en-US");
    expect(localeFor("en", ["fr-FR"])).toBe("en-GB");
  });
  it("counts days and knows the local one", () => {
    expect(daysBetween("2023-12-31", "2026-11-20")).toBe(1055);
    expect(localToday(new Date(2026, 0, 5))).toBe("2026-01-05");
  });
});
