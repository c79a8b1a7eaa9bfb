// How the parts of pictures look: a colour of the tokens and a pattern, so that none is told by its colour alone. On the
// screen colours follow the theme; on paper they are those of the light one.

export type ColourName =
  | "ink"
  | "ink2"
  | "rule"
  | "paper"
  | "accent"
  | "late"
  | "done"
  | "wait"
  | "soon"
  | "edge";
export type Colours = Record<ColourName, string>;

export const onScreen: Colours = {
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  accent: "var(--accent)",
  late: "var(--late-bar)",
  done: "var(--done)",
  wait: "var(--wait)",
  soon: "var(--soon)",
  edge: "var(--edge)",
};

export const onPaper: Colours = {
  ink: "#1b211f",
  ink2: "#4d5753",
  rule: "#dfe2de",
  paper: "#ffffff",
  accent: "#0b5c8a",
  late: "#c4574a",
  done: "#1f6a3f",
  wait: "#5b3b8c",
  soon: "#7a5200",
  edge: "#858e89",
};

/** Paths in a tile of 8 by 8: filled, or drawn. */
const patterns = {
  solid: { d: "M0 0h8v8h-8z", drawn: false },
  dots: { d: "M0.5 0.5h3v3h-3zM4.5 4.5h3v3h-3z", drawn: false },
  lines: { d: "M-2 2l4-4M0 8l8-8M6 10l4-4", drawn: true },
  bars: { d: "M2 0v8M6 0v8", drawn: true },
  cross: { d: "M0 0l8 8M8 0l-8 8", drawn: true },
  level: { d: "M0 2h8M0 6h8", drawn: true },
} as const;

export type Look = { colour: ColourName; pattern: keyof typeof patterns; dash?: string; symbol?: LineSymbol };
export type LineSymbol = "circle" | "square" | "triangle";

/** One line a part. */
export const looks = {
  overdue: { colour: "late", pattern: "solid" },
  open: { colour: "accent", pattern: "lines" },
  waiting: { colour: "wait", pattern: "dots" },
  implemented: { colour: "done", pattern: "bars" },
  closed: { colour: "edge", pattern: "cross" },
  suspended: { colour: "soon", pattern: "level" },
  age0: { colour: "soon", pattern: "dots" },
  age1: { colour: "soon", pattern: "lines" },
  age2: { colour: "late", pattern: "cross" },
  age3: { colour: "late", pattern: "solid" },
} as const satisfies Record<string, Look>;

export const lines = {
  open: { colour: "accent", pattern: "solid", symbol: "circle" },
  overdue: { colour: "late", pattern: "solid", symbol: "square", dash: "7 3" },
  implemented: { colour: "done", pattern: "solid", symbol: "triangle", dash: "2 3" },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof looks;

export const lookOf = (key: string): Look => looks[key as LookName] ?? looks.open;

const SVG = "http://www.w3.org/2000/svg";

export function element(
  name: string,
  attributes: Record<string, string | number>,
  children: readonly (Element | string)[] = [],
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** The tile of a look, to be filled with by its id. */
export function tile(id: string, look: Look, colours: Colours): SVGElement {
  const { d, drawn } = patterns[look.pattern];
  const colour = colours[look.colour];
  return element("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" }, [
    element("rect", { width: 8, height: 8, fill: colours.paper }),
    element("rect", { width: 8, height: 8, fill: colour, "fill-opacity": 0.18 }),
    element("path", drawn ? { d, stroke: colour, "stroke-width": 1.6, fill: "none" } : { d, fill: colour }),
  ]);
}

/** The sign of a look in a legend, 18 by 12. */
export function sign(id: string, look: Look, colours: Colours): SVGElement[] {
  const colour = colours[look.colour];
  if (look.symbol === undefined) {
    return [
      tile(id, look, colours),
      element("rect", { x: 0.5, y: 0.5, width: 17, height: 11, fill: `url(#${id})`, stroke: colour }),
    ];
  }
  const shape = {
    circle: "M5 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    square: "M5.5 2.5h7v7h-7z",
    triangle: "M9 1.5l4.4 8h-8.8z",
  }[look.symbol];
  return [
    element("path", {
      d: "M0 6h18",
      stroke: colour,
      "stroke-width": 2,
      ...(look.dash ? { "stroke-dasharray": look.dash } : {}),
    }),
    element("path", { d: shape, fill: colour }),
  ];
}
