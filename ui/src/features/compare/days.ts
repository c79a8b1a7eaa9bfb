// Days of the calendar reckoned from a day, as ISO text without a zone.

function shifted(day: string, change: (at: Date) => void): string {
  const at = new Date(`${day}T00:00:00Z`);
  change(at);
  return at.toISOString().slice(0, 10);
}

export const dayBefore = (day: string, days: number) =>
  shifted(day, (at) => at.setUTCDate(at.getUTCDate() - days));

/** The first day of the quarter that a day lies in. */
export const quarterStart = (day: string) =>
  shifted(day, (at) => at.setUTCMonth(at.getUTCMonth() - (at.getUTCMonth() % 3), 1));

export const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;
