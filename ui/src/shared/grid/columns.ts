// What a column of the grid is, and the arithmetic of a layout: which columns are shown, in which order, how wide, how
// many stay when the grid is scrolled sideways, and by what its rows are sorted. No DOM, and no words.
import type { ReactNode } from "react";
import type { UseItems } from "../form/Pick";
import type { Picked } from "../form/values";

/** At least so many pixels; a part of the grid in hundredths, up to so many; or what is left. */
export type Width = { least: number; share: number; most: number } | { least: number; grow: true };

/** How a cell is edited in its place. */
export type CellEdit<Row> = {
  /** The name of the field in `SetCells`. */
  field: string;
  /** What it is called, where the head says something else. */
  label?: string;
  /** What stands in the field at first. */
  from: (row: Row) => string;
  /** Whether a change asks for its reason. */
  needs?: (row: Row) => boolean;
} & (
  | { as: "text" | "due" }
  | { as: "choice"; options: readonly { id: string; label: string }[] }
  | { as: "pick"; useItems: UseItems; picked: (row: Row) => Picked | null }
);

export type Column<Row> = {
  id: string;
  head: string;
  width: Width;
  /** Numbers and days stand at the end of their column. */
  end?: boolean;
  cell: (row: Row) => ReactNode;
  /** The cell as plain words, as it is shown. */
  text: (row: Row) => string;
  /** The same for a spreadsheet (days as in ISO 8601, numbers as digits); as it is shown if not given. */
  plain?: (row: Row) => string;
  /** The same where a whole row is said, and these words alone would say too little or another thing than is shown. */
  spoken?: (row: Row) => string;
  /** What the core calls it, where the list can be sorted by it. */
  sort?: string;
  /** Only shown when it was chosen. */
  more?: boolean;
  /** The reference by which the row's item is found again. */
  names?: boolean;
  edit?: CellEdit<Row>;
};

export type SortKey = { id: string; down: boolean };

/** What was chosen about the columns of a list; columns null: as they come. */
export type Layout = {
  columns: readonly string[] | null;
  sizes: Readonly<Record<string, number>>;
  frozen: number;
  sort: readonly SortKey[];
};

export const PLAIN: Layout = { columns: null, sizes: {}, frozen: 0, sort: [] };
export const NARROWEST = 40;
export const WIDEST = 900;
/** The core sorts by no more. */
export const MOST_KEYS = 4;

/** So much of one cell is said with its row; the rest stands in the item. */
const SAID = 400;

/** A row in one sentence: some readers give a row no name from its cells, and say nothing at all. */
export function saidRow<Row>(columns: readonly Column<Row>[], row: Row, comma: string): string {
  const said = columns.map(({ head, end, text, spoken }) => {
    const words = (spoken?.(row) ?? text(row)).slice(0, SAID).trim();
    // A number alone does not say what it counts.
    return words !== "" && end && !spoken ? `${head}: ${words}` : words;
  });
  return said.filter((words) => words !== "").join(comma);
}

type Known = { id: string; more?: boolean };

/** The columns that are shown, in their order. */
export function shown<C extends Known>(all: readonly C[], layout: Layout): C[] {
  const { columns } = layout;
  const chosen = columns?.flatMap((id) => all.filter((column) => column.id === id)) ?? [];
  return chosen.length > 0 ? chosen : all.filter((column) => !column.more);
}

const ids = (all: readonly Known[], layout: Layout) => shown(all, layout).map((column) => column.id);

/** Shows a column, at its usual place, or hides it; the last one stays. */
export function toggled(all: readonly Known[], layout: Layout, id: string): Layout {
  const now = ids(all, layout);
  if (now.includes(id)) {
    if (now.length === 1) return layout;
    const at = now.indexOf(id);
    return {
      ...layout,
      columns: now.filter((one) => one !== id),
      frozen: at < layout.frozen ? layout.frozen - 1 : layout.frozen,
    };
  }
  const usual = all.map((column) => column.id);
  const before = usual.slice(0, usual.indexOf(id)).reverse();
  const after = before.find((one) => now.includes(one));
  const at = after === undefined ? 0 : now.indexOf(after) + 1;
  return { ...layout, columns: [...now.slice(0, at), id, ...now.slice(at)] };
}

/** Puts a column to another place among those shown. */
export function placed(all: readonly Known[], layout: Layout, id: string, to: number): Layout {
  const now = ids(all, layout);
  const at = now.indexOf(id);
  const next = Math.max(0, Math.min(now.length - 1, to));
  if (at < 0 || at === next) return layout;
  const rest = now.filter((one) => one !== id);
  return { ...layout, columns: [...rest.slice(0, next), id, ...rest.slice(next)] };
}

export function sized(layout: Layout, id: string, width: number): Layout {
  const next = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  return { ...layout, sizes: { ...layout.sizes, [id]: next } };
}

/** First press: upwards; then downwards; then as the list comes. `add`: after the keys that are there. */
export function turned(layout: Layout, id: string, add: boolean): Layout {
  const before = layout.sort.find((key) => key.id === id);
  const next: SortKey[] =
    before === undefined ? [{ id, down: false }] : before.down ? [] : [{ id, down: true }];
  if (!add) return { ...layout, sort: next };
  if (before === undefined) return { ...layout, sort: [...layout.sort, ...next].slice(0, MOST_KEYS) };
  return { ...layout, sort: layout.sort.flatMap((key) => (key.id === id ? next : [key])) };
}

/** As the core reads it: names after commas, `-` before those that go downwards. */
export function sortWords(
  all: readonly { id: string; sort?: string }[],
  keys: readonly SortKey[],
): string | null {
  const names = keys.flatMap((key) => {
    const name = all.find((column) => column.id === key.id)?.sort;
    return name === undefined ? [] : [`${key.down ? "-" : ""}${name}`];
  });
  return names.length === 0 ? null : names.join(",");
}

/** The width of each column, in pixels, where there is so much room for all of them. */
export function widths(
  columns: readonly { id: string; width: Width }[],
  sizes: Layout["sizes"],
  room: number,
): number[] {
  const fixed = columns.map(({ id, width }) => {
    const own = sizes[id];
    if (own !== undefined) return own;
    if ("grow" in width) return null;
    return Math.round(Math.max(width.least, Math.min(width.most, (room * width.share) / 100)));
  });
  const growing = fixed.filter((width) => width === null).length;
  const left = room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  return fixed.map((width, i) => {
    if (width !== null) return width;
    return Math.max(columns[i]?.width.least ?? NARROWEST, Math.floor(left / growing));
  });
}

/** Where each column begins, and at last where the last one ends. */
export function starts(wide: readonly number[]): number[] {
  const all = [0];
  for (const width of wide) all.push((all[all.length - 1] ?? 0) + width);
  return all;
}

/** Which place a column that is dragged to `x` takes: the one whose middle it has passed. */
export function dropPlace(wide: readonly number[], from: number, x: number): number {
  const begin = starts(wide);
  let to = from;
  while (to < wide.length - 1 && x > ((begin[to + 1] ?? 0) + (begin[to + 2] ?? 0)) / 2) to++;
  while (to > 0 && x < ((begin[to - 1] ?? 0) + (begin[to] ?? 0)) / 2) to--;
  return to;
}

/** What was kept as text; whatever cannot be read is as it comes. */
export function readLayout(text: string | null): Layout {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    if (typeof read !== "object" || read === null) return PLAIN;
    const { columns, sizes, frozen, sort } = read as Record<string, unknown>;
    return {
      columns: Array.isArray(columns) ? columns.filter((id) => typeof id === "string") : null,
      sizes: Object.fromEntries(
        Object.entries(typeof sizes === "object" && sizes !== null ? sizes : {}).filter(
          (entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] >= NARROWEST,
        ),
      ),
      frozen: typeof frozen === "number" && frozen > 0 ? Math.floor(frozen) : 0,
      sort: Array.isArray(sort) ? sort.filter(isKey).slice(0, MOST_KEYS) : [],
    };
  } catch {
    return PLAIN;
  }
}

function isKey(value: unknown): value is SortKey {
  if (typeof value !== "object" || value === null) return false;
  const { id, down } = value as Record<string, unknown>;
  return typeof id === "string" && typeof down === "boolean";
}
