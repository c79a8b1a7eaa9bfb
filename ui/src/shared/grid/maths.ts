// Arithmetic of the grid: where group rows stand between data rows of which some are folded away, and how a scroll bar of
// limited height stands for a list that is taller. No DOM.

export type Span = { start: number; count: number; folded?: boolean };
export type Place = { kind: "group"; group: number } | { kind: "row"; index: number };

/** The rows of a list as they stand below each other: heads of groups, and what is not folded away. */
export type Laid = {
  groups: readonly Span[];
  /** Where each head stands. */
  heads: readonly number[];
  /** Rows on screen, heads included. */
  flat: number;
};

export function lay(rows: number, groups: readonly Span[]): Laid {
  const heads: number[] = [];
  let flat = 0;
  for (const group of groups) {
    heads.push(flat);
    flat += 1 + (group.folded ? 0 : group.count);
  }
  return { groups, heads, flat: groups.length === 0 ? rows : flat };
}

/** The last of ascending numbers that is at most `at`; -1 where none is. */
function lastAtOrBefore(count: number, at: number, startOf: (n: number) => number): number {
  let low = 0;
  let high = count - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= at) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** What stands at a flat position. */
export function fromFlat(flat: number, { groups, heads }: Laid): Place {
  const group = lastAtOrBefore(heads.length, flat, (n) => heads[n] ?? 0);
  if (group < 0) return { kind: "row", index: flat };
  const head = heads[group] ?? 0;
  if (head === flat) return { kind: "group", group };
  return { kind: "row", index: (groups[group]?.start ?? 0) + flat - head - 1 };
}

/** The flat position of a data row; of one that is folded away, that of its head. */
export function toFlat(index: number, { groups, heads }: Laid): number {
  const group = groupOf(index, groups);
  if (group < 0) return index;
  const head = heads[group] ?? 0;
  return groups[group]?.folded ? head : head + 1 + index - (groups[group]?.start ?? 0);
}

/** How many heads stand before a flat position. */
function headsBefore(flat: number, { heads }: Laid): number {
  return lastAtOrBefore(heads.length, flat - 1, (n) => heads[n] ?? 0) + 1;
}

/** How high rows and heads of groups are, in CSS pixels. */
export type Heights = { row: number; head: number };

/** Where a flat position begins, in pixels from the first. */
export function startOf(flat: number, { row, head }: Heights, laid: Laid): number {
  const heads = headsBefore(flat, laid);
  return heads * head + (flat - heads) * row;
}

/** The flat position that stands so many pixels from the first; -1 above it. */
export function flatAt(offset: number, heights: Heights, laid: Laid): number {
  return lastAtOrBefore(laid.flat, offset, (flat) => startOf(flat, heights, laid));
}

/** The group that a data row belongs to; -1 without groups. */
export function groupOf(index: number, groups: readonly Span[]): number {
  return lastAtOrBefore(groups.length, index, (n) => groups[n]?.start ?? 0);
}

/** The head under which a row is folded away; -1 where it is not. */
export function foldedUnder(index: number, { groups }: Laid): number {
  const group = groupOf(index, groups);
  return groups[group]?.folded ? group : -1;
}

/** The data row so many shown rows on from a flat position, heads not counted; null where none is left that way. */
export function along(from: number, by: number, laid: Laid): number | null {
  const step = Math.sign(by);
  let found: number | null = null;
  let left = Math.abs(by);
  for (let flat = from + step; left > 0 && flat >= 0 && flat < laid.flat; flat += step) {
    const place = fromFlat(flat, laid);
    if (place.kind === "group") continue;
    found = place.index;
    left -= 1;
  }
  return found;
}

/** The flat positions of two data rows, the upper first. */
export function ends(a: number, b: number, laid: Laid): [number, number] {
  const [one, other] = [toFlat(a, laid), toFlat(b, laid)];
  return [Math.min(one, other), Math.max(one, other)];
}

/** The data rows that are shown between two flat positions, as stretches; what is folded away is in none of them. */
export function shownRows(first: number, last: number, laid: Laid): [number, number][] {
  const [from, to] = [Math.max(0, first), Math.min(last, laid.flat - 1)];
  if (laid.groups.length === 0) return to < from ? [] : [[from, to]];
  const found: [number, number][] = [];
  for (
    let group = Math.max(
      0,
      lastAtOrBefore(laid.heads.length, from, (n) => laid.heads[n] ?? 0),
    );
    ;
    group++
  ) {
    const [span, head] = [laid.groups[group], laid.heads[group]];
    if (span === undefined || head === undefined || head > to) return found;
    if (span.folded) continue;
    const a = Math.max(from, head + 1) - head - 1;
    const b = Math.min(to, head + span.count) - head - 1;
    if (a > b) continue;
    const before = found[found.length - 1];
    if (before && before[1] === span.start + a - 1) before[1] = span.start + b;
    else found.push([span.start + a, span.start + b]);
  }
}

/** Web views stop laying out somewhere above 16 million pixels; higher lists are mapped onto this height. */
export const TALLEST = 16_000_000;

export type ScrollMap = {
  /** Height of the scrolled element. */
  height: number;
  toVirtual(scrollTop: number): number;
  toScroll(offset: number): number;
};

export function scrollMap(total: number, viewport: number, tallest = TALLEST): ScrollMap {
  if (total <= tallest || viewport >= tallest) {
    return { height: total, toVirtual: (top) => top, toScroll: (offset) => offset };
  }
  const ratio = (total - viewport) / (tallest - viewport);
  return { height: tallest, toVirtual: (top) => top * ratio, toScroll: (offset) => offset / ratio };
}

/** The row that a movement key leads to, or null for other keys. */
export function moved(key: string, from: number, count: number, page: number): number | null {
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case "ArrowDown":
      return clamp(from + 1);
    case "ArrowUp":
      return clamp(from - 1);
    case "PageDown":
      return clamp(from + page);
    case "PageUp":
      return clamp(from - page);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(count - 1);
    default:
      return null;
  }
}
