// The contrast of the tokens in base.css, in each of its themes: words at least 4.5 to 1 on every ground that they stand
// on (WCAG 1.4.3), edges of fields, marks and the ring of the focus at least 3 to 1 (1.4.11). What is drawn with other
// colours than these is seen by axe in the journeys.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/shared/css/base.css", "utf8");

type Tokens = Record<string, string>;

/** The tokens that a block of `:root` sets. */
function read(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
}

const blocks = [...css.matchAll(/(?:@media ([^{]+?) \{\s*)?:root \{([^}]*)\}/g)].map(([, media, body]) => ({
  media: media ?? "",
  tokens: read(body ?? ""),
}));
const of = (media: string): Tokens => blocks.find((one) => one.media === media)?.tokens ?? {};

const light = of("");
const dark = { ...light, ...of("(prefers-color-scheme: dark)") };
const more = of("(prefers-contrast: more)");
const themes: Record<string, Tokens> = {
  light,
  dark,
  "light, more contrast": { ...light, ...more },
  "dark, more contrast": {
    ...dark,
    ...more,
    ...of("(prefers-contrast: more) and (prefers-color-scheme: dark)"),
  },
};

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "desk", "hover", "accent-soft"];
const words = ["ink", "ink-2", "ink-3", "accent", "late", "soon", "done", "wait"];
const pairs: [string, string, number][] = [
  ...words.flatMap((word) => grounds.map((ground): [string, string, number] => [word, ground, 4.5])),
  ["accent-ink", "accent", 4.5],
  ["ink", "late-soft", 4.5],
  ["late", "late-soft", 4.5],
  ["ink", "soon-soft", 4.5],
  ["soon", "soon-soft", 4.5],
  // The edges of fields, the bars of what is late, the ring of the focus.
  ...["edge", "late-bar", "accent"].flatMap((mark) =>
    ["paper", "desk"].map((ground): [string, string, number] => [mark, ground, 3]),
  ),
  ["accent", "late-soft", 3],
  ["accent", "soon-soft", 3],
];

describe.each(Object.entries(themes))("contrast in %s", (_, tokens) => {
  it.each(pairs)("%s on %s is at least %d to 1", (word, ground, least) => {
    expect(contrast(tokens[word] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(least);
  });
});

it("measures as the standard does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it("leaves no token of a colour out", () => {
  const known = new Set([...pairs.flat(), "rule", "rule-strong"]);
  expect(Object.keys(light).filter((name) => !known.has(name))).toEqual([]);
});
