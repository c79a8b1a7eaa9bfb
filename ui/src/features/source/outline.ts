// What of a source's items is shown, and under which sections: those that one asked for, in the document's own order.
import type { OutlineRow, ProgressState } from "../../queries/types";

export const onlys = ["all", "open", "overdue", "not_taken_up"] as const;
export type Only = (typeof onlys)[number];

const states: Record<Exclude<Only, "all">, readonly ProgressState[]> = {
  open: ["open", "overdue", "waiting", "suspended"],
  overdue: ["overdue"],
  not_taken_up: ["not_taken_up"],
};

/** The rows of one sort. A whole stays where one of its parts does: a part is not understood without it. */
export function onlyRows(rows: readonly OutlineRow[], only: Only): readonly OutlineRow[] {
  if (only === "all") return rows;
  const fits = (row: OutlineRow) => states[only].includes(row.state);
  const kept: OutlineRow[] = [];
  let whole: OutlineRow | null = null;
  for (const row of rows) {
    if (!row.part) whole = row;
    if (!fits(row)) continue;
    if (row.part && whole) kept.push(whole);
    if (row.part) whole = null;
    kept.push(row);
    if (!row.part) whole = null;
  }
  return kept;
}

export type Section = { id: string; title: string | null; rows: OutlineRow[] };

/** Runs of rows with one section, as the document has them; one that comes back later is another. */
export function sections(rows: readonly OutlineRow[]): Section[] {
  const all: Section[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last && (row.part || last.title === row.section)) last.rows.push(row);
    else all.push({ id: row.id, title: row.section, rows: [row] });
  }
  return all;
}
