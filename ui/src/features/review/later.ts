// The days to which something can be put off, counted from today: a table, and the counting.
import { parseDate } from "@internationalized/date";

export const choices = [
  { id: "week", add: { weeks: 1 } },
  { id: "two_weeks", add: { weeks: 2 } },
  { id: "month", add: { months: 1 } },
  { id: "quarter", add: { months: 3 } },
  { id: "half_year", add: { months: 6 } },
] as const;

/** On another day, which is then asked. */
export const OTHER = "other";

export const isChoice = (id: string): boolean => choices.some((one) => one.id === id);

/** The day of a choice; null for another day. */
export function dayOf(id: string, today: string): string | null {
  const choice = choices.find((one) => one.id === id);
  return choice ? parseDate(today).add(choice.add).toString() : null;
}
