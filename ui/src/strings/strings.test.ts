// Holds the words together: none missing, none unused, the same in every language with the plural forms that it needs,
// and the types current. Whether a translation is good, a reader of the language must say.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { _createCache, _createIntlFormatters, createTranslator } from "use-intl/core";
import formatMessage from "use-intl/format-message";
import formatCompiled from "use-intl/format-message/format-only";
import { describe, expect, it } from "vitest";
import { firstLanguage, isLanguage, type Language, languages, localeFor, manners } from ".";
import ar from "./ar.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import { lists } from "./lists";
import ru from "./ru.json";
import { daysBetween, localToday } from "./words";
import zh from "./zh.json";

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

const files = { ar, zh, en, fr, ru, es } as unknown as Record<Language, Tree>;

const words = Object.fromEntries(
  Object.entries(files).map(([language, { _meta, ...tree }]) => [language, flat(tree)]),
) as Record<Language, Map<string, string>>;
const english = words.en;
const code = [...sources("src")].map((path) => readFileSync(path, "utf8")).join("\n");

/** Names of the arguments, and of the tags, of a message. */
function holes(message: string): string[] {
  const holes = /(?<!(?:\b(?:zero|one|two|few|many|other)|=\d+) )[{<]\s*([a-z]\w*)\s*[,}>]/g;
  const found = [...message.matchAll(holes)].map((match) => match[1] ?? "");
  return [...new Set(found)].sort();
}

/** The plural forms of a message: which kind of number, and the words for each category. */
function plurals(message: string): { type: "cardinal" | "ordinal"; forms: Map<string, string> }[] {
  return [...message.matchAll(/,\s*(plural|selectordinal)\s*,/g)].map((match) => {
    const forms = new Map<string, string>();
    let depth = 0;
    let name = "";
    let text = "";
    for (const letter of message.slice(match.index + match[0].length)) {
      if (letter === "}" && depth === 0) break;
      if (letter === "}") depth -= 1;
      if (letter === "}" && depth === 0) {
        forms.set(name.trim(), text);
        name = "";
        text = "";
      } else if (depth > 0) text += letter;
      else if (letter !== "{") name += letter;
      if (letter === "{") depth += 1;
    }
    return { type: match[1] === "plural" ? "cardinal" : "ordinal", forms };
  });
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
  it("have current types", () => {
    const types = readFileSync("src/strings/en.d.json.ts", "utf8");
    expect(types).toContain(JSON.stringify(en, null, 2));
  });
});

describe.each(Object.keys(languages) as Language[])("the words in %s", (language) => {
  const own = words[language];
  it("are none missing", () => {
    expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
  });
  it("are none too many, and have the same arguments", () => {
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
    const differing = [...own].filter(
      ([key, text]) => holes(text).join() !== holes(english.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
  it("can all be said", () => {
    const wrong: string[] = [];
    const t = createTranslator({
      locale: language,
      messages: files[language],
      onError: (fault) => wrong.push(fault.message),
    }) as unknown as { rich: (key: string, values: unknown) => unknown };
    for (const [key, text] of own) {
      const values = Object.fromEntries(
        holes(text).map((name) => [name, text.includes(`<${name}>`) ? String : 3]),
      );
      t.rich(key, values);
    }
    expect(wrong).toEqual([]);
  });
  it("are said by the program, in which they are read beforehand, as they are said here", () => {
    const cache = _createCache();
    const options = {
      cache,
      formatters: _createIntlFormatters(cache),
      globalFormats: manners,
      locale: language,
      timeZone: "UTC",
    };
    const differing: string[] = [];
    for (const [key, text] of own) {
      const branches = text.includes(", select,")
        ? [...text.matchAll(/(\w+) \{/g)].map(([, name = ""]) => name)
        : [];
      for (const value of holes(text).length === 0 ? [0] : [0, 1, 2, 3, 5, 11, 21, 1000, ...branches]) {
        const values = Object.fromEntries(
          holes(text).map((name) => [name, text.includes(`<${name}>`) ? String : value]),
        );
        const here = formatMessage(key, text, values, options);
        const there = formatCompiled(key, compile(text), values, options);
        if (String(here) !== String(there)) differing.push(`${key}: ${here} | ${there}`);
      }
    }
    expect(differing).toEqual([]);
  });
  it("have the plural forms of the language: none missing, none foreign, each naming its number", () => {
    const counts = Array.from({ length: 1000 }, (_, count) => count);
    const wrong: string[] = [];
    for (const [key, text] of own) {
      for (const { type, forms } of plurals(text)) {
        const rules = new Intl.PluralRules(language, { type });
        const known = rules.resolvedOptions().pluralCategories as string[];
        // A number that is given by itself needs no form; nor do those that whole numbers of a usual size never take.
        const said = counts.filter((count) => !forms.has(`=${count}`)).map((count) => rules.select(count));
        for (const form of new Set(["other", ...said]))
          if (!forms.has(form)) wrong.push(`${key}: no ${form}`);
        for (const [form, words] of forms) {
          if (!known.includes(form) && !/^=\d+$/.test(form)) wrong.push(`${key}: ${form} is foreign`);
          // 21 in Russian, 0 in French are "one" too.
          const several = said.filter((one) => one === form).length > 1;
          if (several && forms.get("other")?.includes("#") && !words.includes("#"))
            wrong.push(`${key}: ${form} stands for several numbers and names none`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
  it("say in the settings what the header of the file says", () => {
    const header = files[language]._meta as { note?: string } | undefined;
    expect(Boolean(languages[language].unreviewed)).toBe(/^Unreviewed/.test(header?.note ?? ""));
  });
});

describe("language and days", () => {
  it("goes by the address, then the choice, then the system", () => {
    expect(firstLanguage("?lang=ar", "en", ["en-GB"])).toBe("ar");
    expect(firstLanguage("", "ar", ["en-GB"])).toBe("ar");
    expect(firstLanguage("?lang=xx", null, ["de-DE", "ar-EG"])).toBe("ar");
    expect(firstLanguage("", null, ["zh-Hant-TW", "en"])).toBe("zh");
    expect(firstLanguage("", "toString", ["de-DE"])).toBe("en");
    expect(isLanguage("constructor")).toBe(false);
    expect(localeFor("en", ["fr-FR", "en-US"])).toBe("en-US");
    expect(localeFor("en", ["fr-FR"])).toBe("en-GB");
    expect(localeFor("fr", ["en-GB", "fr-CH"])).toBe("fr-CH");
  });
  it("counts days and knows the local one", () => {
    expect(daysBetween("2023-12-31", "2026-11-20")).toBe(1055);
    expect(localToday(new Date(2026, 0, 5))).toBe("2026-01-05");
  });
});
