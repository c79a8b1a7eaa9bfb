// Holds that each refusal that the window words itself is one that the core makes, and which words it takes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { Refusal } from "../ipc/door";
import en from "../strings/en.json";
import fr from "../strings/fr.json";
import { worded } from "./worded";

const core = "../src-tauri/crates";

function rust(dir: string): string {
  return readdirSync(dir, { withFileTypes: true })
    .map((entry) => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) return rust(path);
      return entry.name.endsWith(".rs") ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

describe("refusals in the language of the window", () => {
  it("are those that the core makes", () => {
    const code = rust(core);
    const made = new Set([
      ...[...code.matchAll(/(?:refuse|Refusal::new)\(\s*"([a-z_]+)"/g)].map((match) => match[1]),
      ...[...code.matchAll(/Self::[A-Z]\w+[^\n]*=> "([a-z_]+)",/g)].map((match) => match[1]),
    ]);
    expect(made.size).toBeGreaterThan(80);
    expect(Object.keys(en.refusals).filter((key) => !made.has(key))).toEqual([]);
  });

  const t = createTranslator({ locale: "fr", messages: fr as unknown as typeof en });
  const said = (code: string, message: string, detail: unknown = null) =>
    worded(t as unknown as Parameters<typeof worded>[0], new Refusal({ code, message, detail, field: "on" }));
  it("are said by their code, and keep the field that they are about", () => {
    expect(said("day", "“x” is not a day.")).toMatchObject({ message: fr.refusals.day, field: "on" });
    const unknown = said("unknown", "There is no actor “UNX”.", { said: "UNX" });
    expect(unknown.message).toContain("« UNX »");
    const several = said("ambiguous", "…", { said: "R", candidates: ["R 1", "R 2"] });
    expect(several.message).toMatch(/R 1.+R 2/);
  });
  it("are shown as they are where there are no words, or where it never came to the core", () => {
    expect(said("columns", "The core's own.").message).toBe("The core's own.");
    expect(said("unknown", "Failed to fetch").message).toBe("Failed to fetch");
  });
});
