// A run through a list: which items were come to, where one stands, what was done with each. A value and its steps; it
// asks nothing of the core and keeps nothing itself.
import type { RowsAsk } from "../../queries/rows";

export type RunList = {
  ask: RowsAsk;
  /** What the list is called. */
  label: string;
};

/** What can be done with an item on the way; passing it by is none of these. */
export const deeds = ["updated", "putOff", "moved", "escalated", "verified", "returned"] as const;
export type Deed = (typeof deeds)[number];

export type Run = {
  list: RunList;
  /** Items of the list that stand before the first one of the run. */
  before: number;
  /** The items in the order in which they were come to. */
  trail: readonly string[];
  /** Which of them is shown; as many as there are: all are through. */
  at: number;
  /** Where the last one of the trail stands in the list. */
  index: number;
  /** How many come after it. */
  rest: number;
  done: readonly { id: string; deed: Deed }[];
  /** How many of the list are put off to a later day, and so passed over. */
  waiting: number;
};

/** An item of the list at its place. */
export type Found = { id: string; index: number; rest: number };

/** Items that are remembered; what is longer ago cannot be gone back to. */
const LONGEST = 2000;
/** How far back an item may have moved because others left the list. */
const BACK = 20;

export function begun(list: RunList, before: number, waiting: number, first: Found): Run {
  const { id, index, rest } = first;
  return { list, before, trail: [id], at: 0, index, rest, done: [], waiting };
}

/** The item that is shown; null when all are through. */
export const current = (run: Run): string | null => run.trail[run.at] ?? null;

export const isOver = (run: Run): boolean => run.at >= run.trail.length;

/** Whether the way on is known already: one went back before. */
export const isBack = (run: Run): boolean => run.at < run.trail.length - 1;

/** From where the next item is looked for: those of the trail are passed by. */
export const lookFrom = (run: Run): number => Math.max(run.before, run.index - BACK);

/** On to what was found; nothing: all are through. */
export function arrived(run: Run, found: Found | null): Run {
  if (found === null) return { ...run, at: run.trail.length, rest: 0 };
  const cut = Math.max(0, run.trail.length + 1 - LONGEST);
  const trail = [...run.trail, found.id].slice(cut);
  return {
    ...run,
    before: run.before + cut,
    trail,
    at: trail.length - 1,
    index: found.index,
    rest: found.rest,
  };
}

export function moved(run: Run, by: 1 | -1): Run {
  return { ...run, at: Math.max(0, Math.min(run.trail.length - 1, run.at + by)) };
}

export function recorded(run: Run, deed: Deed): Run {
  const id = current(run);
  if (id === null) return run;
  return { ...run, done: [...run.done, { id, deed }], waiting: run.waiting + (deed === "putOff" ? 1 : 0) };
}

const commands: Record<Deed, string> = {
  updated: "LogUpdate",
  escalated: "LogUpdate",
  putOff: "SetFlag",
  moved: "SetDue",
  verified: "VerifyResult",
  returned: "VerifyResult",
};

/** A command was undone: if it was the last deed of the run, back to its item. */
export function undone(run: Run, command: string): Run {
  const last = run.done[run.done.length - 1];
  if (!last || commands[last.deed] !== command) return run;
  const at = run.trail.indexOf(last.id);
  return {
    ...run,
    at: at === -1 ? run.at : at,
    done: run.done.slice(0, -1),
    waiting: run.waiting - (last.deed === "putOff" ? 1 : 0),
  };
}

/** "4 of 49". */
export function place(run: Run): { n: number; of: number } {
  const of = run.before + run.trail.length + run.rest;
  return { n: Math.min(of, run.before + run.at + 1), of };
}

/** Items by what was done with them, and those that were passed by. */
export function tally(run: Run): { counts: Record<Deed, number>; passed: number } {
  const counts = Object.fromEntries(deeds.map((deed) => [deed, 0])) as Record<Deed, number>;
  for (const { deed } of run.done) counts[deed] += 1;
  const touched = new Set(run.done.map(({ id }) => id));
  const through = run.trail.slice(0, isOver(run) ? run.trail.length : Math.max(run.at, run.trail.length - 1));
  return { counts, passed: through.filter((id) => !touched.has(id)).length };
}

const later = "flagged>today";

/** The same list without what is put off to a later day, or only that. */
export function putOff(ask: RowsAsk, only: boolean): RowsAsk {
  const { filter } = ask.args;
  const narrowed = [filter, only ? later : `-${later}`].filter(Boolean).join(" ");
  return { ...ask, args: { ...ask.args, filter: narrowed } } as RowsAsk;
}

/** Whether something that was kept is a run: what an older program wrote is not trusted. */
export function isRun(value: unknown): value is Run {
  if (typeof value !== "object" || value === null) return false;
  const run = value as Partial<Run>;
  return (
    Array.isArray(run.trail) &&
    Array.isArray(run.done) &&
    [run.at, run.index, run.rest, run.before, run.waiting].every((n) => typeof n === "number") &&
    typeof run.list?.label === "string" &&
    (run.list.ask?.name === "Overdue" || run.list.ask?.name === "List")
  );
}
