// The order of the layers, and the tokens that style sheets ask for. The build gives parts their own style sheets and may
// link one of them ahead of base.css: without an order in the page itself the reset would win over the buttons.
// Does not look at what is drawn.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map((name) => `src/${name}`);
const texts = files.filter((name) => name.endsWith(".css")).map((name) => readFileSync(name, "utf8"));
const order = (text: string) => /@layer ([a-z, ]+);/.exec(text)?.[1]?.split(", ");
const all = (pattern: RegExp) =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)));

describe("style sheets", () => {
  it("stand in layers whose order the page names before it links any", () => {
    const page = readFileSync("index.html", "utf8");
    expect(order(page)).toEqual(order(readFileSync("src/shared/css/base.css", "utf8")));
    expect(page.indexOf("@layer")).toBeLessThan(page.indexOf("<script"));
    expect([...all(/@layer ([a-z]+) \{/g)].filter((name) => !order(page)?.includes(name ?? ""))).toEqual([]);
  });

  it("know two weights of letters", () => {
    expect([...all(/font-weight: ([^;]+);/g)].sort()).toEqual(["400", "var(--strong)"]);
  });

  it("ask only for tokens that are set", () => {
    const set = all(/(--[\w-]+)\s*:/g);
    for (const name of files.filter((name) => name.endsWith(".tsx")))
      for (const [, token] of readFileSync(name, "utf8").matchAll(/"(--[\w-]+)"/g)) set.add(token);
    // Set by the library of the widgets.
    set.add("--trigger-width");
    expect([...all(/var\((--[\w-]+)/g)].filter((token) => !set.has(token))).toEqual([]);
  });
});
