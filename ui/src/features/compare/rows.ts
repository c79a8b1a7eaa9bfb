// The counts of a comparison as rows: their names, the two numbers, and the list that each number is of. The table on the
// screen and the copied one are made of the same rows.
import type { CompareReply, Pair } from "../../queries/types";
import type { Words } from "../../strings/words";

export type CountRow = {
  id: string;
  name: string;
  pair: Pair;
  /** Which list it counts; nothing where no list is of just that. */
  list: {
    queue?: "overdue" | "closed";
    filter?: string;
    lead?: { id: string; ref: string; name: string };
  } | null;
};

export function mainRows(reply: CompareReply, { t }: Words): CountRow[] {
  return [
    { id: "overdue", name: t("queue.overdue"), pair: reply.overdue, list: { queue: "overdue" } },
    { id: "open", name: t("compare.open"), pair: reply.open, list: { filter: "status:open" } },
    { id: "closed", name: t("queue.closed"), pair: reply.closed, list: { queue: "closed" } },
    {
      id: "implemented",
      name: t("status.implemented"),
      pair: reply.implemented,
      list: { filter: "status:implemented" },
    },
    { id: "verified", name: t("compare.verified"), pair: reply.verified, list: null },
    { id: "total", name: t("compare.total"), pair: reply.total, list: {} },
  ];
}

export function statusRows(reply: CompareReply, words: Words): CountRow[] {
  return reply.statuses.map(({ status, count }) => ({
    id: status,
    name: words.status(status).label,
    pair: count,
    list: { filter: `status:${status}` },
  }));
}

export function leadRows(reply: CompareReply, { t }: Words): CountRow[] {
  return reply.leads.flatMap(({ lead, count, overdue }) => {
    const name = lead?.name ?? t("columns.noLead");
    const list = lead ? { lead } : { filter: "lead:none" };
    const id = lead?.id ?? "none";
    return [
      { id: `${id} all`, name, pair: count, list },
      {
        id: `${id} overdue`,
        name: t("compare.overdueOf", { name }),
        pair: overdue,
        list: { ...list, queue: "overdue" as const },
      },
    ];
  });
}

/** "+3, more": the sign and a word, never a colour alone. */
export function difference({ from, to }: Pair, { t, number }: Words): string {
  if (to === from) return t("compare.same");
  const count = number(Math.abs(to - from));
  return to > from ? t("compare.more", { count }) : t("compare.fewer", { count });
}
