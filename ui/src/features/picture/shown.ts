// What a picture is, before it is drawn: its sentence, its marks with the lists that they open, its table, and how to draw
// it. Measures and places text; knows no question of the core.
import type { Picked } from "../../shared/form/values";
import type { Colours, Look } from "./look";

export type PlotModule = typeof import("@observablehq/plot");

/** What a mark opens: an item, or the list that it counts, perhaps as of another day. */
export type Goto = { item: string } | { lead: Picked | null; filter: string; day?: string };

/** A mark that can be opened, at its place for the arrow keys. */
export type Spot = { row: number; column: number; label: string; to: Goto };

export type Cell = { text: string; spot?: number };
export type Numbers = { heads: readonly string[]; rows: readonly { name: string; cells: readonly Cell[] }[] };

/** Where and how it is drawn: on the screen, or alone on paper. */
export type Frame = {
  width: number;
  rtl: boolean;
  colours: Colours;
  font: string;
  /** The width of a text of 12 px. */
  measure: (text: string) => number;
  /** Before the ids inside the drawing. */
  id: string;
};

export type Legend = { label: string; look: Look };

export type Shown = {
  /** A sentence with the answer. */
  title: string;
  notes: readonly string[];
  legend: readonly Legend[];
  spots: readonly Spot[];
  table: Numbers;
  /** What was left out of an export. */
  leftOut: number;
  /** More could be drawn: how many at most. */
  more?: number;
  draw: (plot: PlotModule, frame: Frame) => SVGSVGElement;
};

/** Somebody's words inside a sentence, cut off from its direction. */
export const own = (text: string) => `\u2068${text}\u2069`;

/** Terms side by side. */
export const terms = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");

let context: CanvasRenderingContext2D | null | undefined;

export function measureIn(font: string, size = 12, weight = 400): (text: string) => number {
  return (text) => {
    if (context === undefined) {
      try {
        context = document.createElement("canvas").getContext("2d");
      } catch {
        context = null;
      }
    }
    if (!context) return text.length * size * 0.56;
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(text).width;
  };
}

/** A text cut to a width. */
export function cut(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join("")}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

/** A text in lines of a width; the last is cut where there are more than `most`. */
export function wrap(
  text: string,
  width: number,
  measure: (text: string) => number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  // Scripts without spaces break between any two signs.
  const pieces =
    text.match(/\S+\s*/gu)?.flatMap((word) => (measure(word) > width ? [...word] : [word])) ?? [];
  for (const piece of pieces) {
    const last = lines[lines.length - 1];
    if (last !== undefined && measure((last + piece).trimEnd()) <= width)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  const shown = lines.slice(0, most).map((line) => line.trimEnd());
  if (lines.length > most) {
    const rest = lines.slice(most - 1).join("");
    shown[most - 1] = cut(rest, width, measure);
  }
  return shown;
}

type Drawn = Element & { __data__?: number };

/** Has each drawn mark carry the number of its spot. */
export function carries(spotOf: (index: number) => number | undefined) {
  return (
    index: number[],
    scales: never,
    values: never,
    dimensions: never,
    context: never,
    next?: (
      index: number[],
      scales: never,
      values: never,
      dimensions: never,
      context: never,
    ) => SVGElement | null,
  ): SVGElement | null => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const node of group?.children ?? []) {
      const at = (node as Drawn).__data__;
      const spot = at === undefined ? undefined : spotOf(at);
      if (spot !== undefined) node.setAttribute("data-spot", String(spot));
    }
    return group;
  };
}

/** The look of all drawings: text of 12 px, places from left to right whatever is written in them. */
export const styleOf = (frame: Frame) => ({
  fontFamily: frame.font,
  fontSize: "12px",
  color: frame.colours.ink2,
  background: "transparent",
  overflow: "visible",
  direction: "ltr",
});
