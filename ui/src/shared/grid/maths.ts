// Arithmetic of the grid: where group rows stand between data rows, and how a scroll bar of limited height stands for a
// list that is taller. No DOM.

export type Span = { start: number; count: number };
export type Place = { kind: "group"; group: number } | { kind: "row"; index: number };

/** Rows on screen, group rows included. */
export function flatCount(rows: number, groups: readonly Span[]): number {
  return rows + groups.length;
}

/** The last group that starts at or before `at`, where `startOf` tells a group's start; -1 before the first. */
function lastAtOrBefore(groups: readonly Span[], at: number, startOf: (group: number) => number): number {
  let low = 0;
  let high = groups.length - 1;
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
export function fromFlat(flat: number, groups: readonly Span[]): Place {
  const group = lastAtOrBefore(groups, flat, (g) => (groups[g]?.start ?? 0) + g);
  if (group >= 0 && (groups[group]?.start ?? 0) + group === flat) return { kind: "group", group };
  return { kind: "row", index: flat - group - 1 };
}

/** The flat position of a data row. */
export function toFlat(index: number, groups: readonly Span[]): number {
  return index + groupOf(index, groups) + 1;
}

/** The group that a data row belongs to; -1 without groups. */
export function groupOf(index: number, groups: readonly Span[]): number {
  return lastAtOrBefore(groups, index, (g) => groups[g]?.start ?? 0);
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
