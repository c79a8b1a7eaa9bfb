// Which rows are selected besides the one that is open: single rows by id, or all that the list admits. No DOM.

/** Single rows with where they stood; `all`: whatever the list has, and no single ones. */
export type Marks = { all: boolean; rows: ReadonlyMap<string, number> };

export const NO_MARKS: Marks = { all: false, rows: new Map() };
export const ALL_MARKED: Marks = { all: true, rows: new Map() };
/** So many can be selected one by one; more only as all. */
export const MOST_MARKS = 10_000;

export type Placed = { id: string; index: number };

export function isMarked(marks: Marks, id: string): boolean {
  return marks.all || marks.rows.has(id);
}

export function markCount(marks: Marks, total: number): number {
  return marks.all ? total : marks.rows.size;
}

/** Takes one row in or out. The row that is open counts as selected until then. */
export function toggledMark(marks: Marks, row: Placed, open: Placed | null): Marks {
  if (marks.all) return { all: false, rows: new Map([[row.id, row.index]]) };
  const rows = new Map(marks.rows);
  if (rows.size === 0 && open && open.id !== row.id) rows.set(open.id, open.index);
  if (!rows.delete(row.id)) rows.set(row.id, row.index);
  return { all: false, rows };
}

/** These rows and no others. */
export function rangeMarked(rows: readonly Placed[]): Marks {
  return { all: false, rows: new Map(rows.map((row) => [row.id, row.index])) };
}

/** Every place of these stretches of rows, the last of each among them. */
export function placesOf(stretches: Iterable<readonly [number, number]>): number[] {
  return [...stretches].flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
}

/** The pages of `size` rows that are needed to find rows which stood at these places, in order. */
export function pagesOf(places: Iterable<number>, size: number): number[] {
  const pages = new Set<number>();
  for (const place of places) pages.add(Math.floor(place / size));
  return [...pages].sort((a, b) => a - b);
}
