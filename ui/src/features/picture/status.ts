// Where commitments stand, by lead and by theme; and how late what is overdue is. The sentence says who owes most.
import type { Crossed, CrossRow } from "../../queries/types";
import type { Words } from "../../strings/words";
import { rowName, showBars } from "./bars";
import type { Shown } from "./shown";

const first = (row: CrossRow) => row.cells[0] ?? 0;

/** The row with the most in the first column. */
function worst(reply: Crossed): CrossRow | undefined {
  return reply.rows.reduce<CrossRow | undefined>(
    (best, row) =>
      row.theme === null && row.lead === null ? best : !best || first(row) > first(best) ? row : best,
    undefined,
  );
}

export function showStatus(reply: Crossed, words: Words, filter: string): Shown {
  const { t } = words;
  const overdue = reply.columns[0]?.n ?? 0;
  const row = worst(reply);
  const title =
    overdue === 0
      ? t("picture.title.nothing", { count: reply.total })
      : !row || first(row) === 0
        ? t("picture.title.overdue", { count: overdue })
        : t(row.theme === null ? "picture.title.lead" : "picture.title.theme", {
            name: rowName(words, row),
            count: first(row),
            total: overdue,
          });
  return showBars(reply, words, filter, (key) => t(`picture.part.${key as "open"}`), title);
}

/** From the last day of a band of days to whole years. */
const years = (days: number | null) => Math.round((days ?? 0) / 365);

export function showAges(reply: Crossed, words: Words, filter: string): Shown {
  const { t } = words;
  const band = (_: string, at: number) => {
    const column = reply.columns[at];
    if (column === undefined || column.to_days === null)
      return t("picture.age.over", { from: years(column?.from_days ?? 0) });
    if ((column.from_days ?? 0) <= 1) return t("picture.age.under", { to: years(column.to_days) });
    return t("picture.age.between", { from: years(column.from_days), to: years(column.to_days) });
  };
  const old = reply.total - (reply.columns[0]?.n ?? 0);
  const title =
    reply.total === 0
      ? t("picture.title.noneOverdue")
      : t("picture.title.ages", { count: old, total: reply.total });
  return showBars(reply, words, filter, band, title);
}
