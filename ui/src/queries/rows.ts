// A long list, fetched in windows of 100 rows as they come into sight. Knows nothing of how rows look.
import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { ListReply, OverdueReply } from "../ipc/commands";
import type { Args } from "../ipc/door";
import { asRefusal } from "../ipc/door";
import { key } from "./client";
import { useCall, useEnvelope } from "./door";

export const PAGE = 100;

export type RowsAsk =
  | { name: "Overdue"; args: Omit<Args<"Overdue">, "limit" | "offset"> }
  | { name: "List"; args: Omit<Args<"List">, "limit" | "offset"> };

export type RowsReply = OverdueReply | ListReply;

/** The pages that cover rows first..last; the first page is always among them, for it has the total and the groups. */
export function pagesFor(first: number, last: number): number[] {
  const pages = new Set([0]);
  for (let page = Math.floor(first / PAGE); page <= Math.floor(Math.max(first, last) / PAGE); page++)
    pages.add(page);
  return [...pages].sort((a, b) => a - b);
}

export function useRows<Row>(ask: RowsAsk, pick: (reply: RowsReply) => Row[]) {
  const call = useCall();
  const envelope = useEnvelope();
  const [[first, last], setWindow] = useState<[number, number]>([0, 0]);
  const pages = useMemo(() => pagesFor(first, last), [first, last]);
  const answers = useQueries({
    queries: pages.map((page) => {
      const args = { ...ask.args, limit: PAGE, offset: page * PAGE };
      return {
        queryKey: key(ask.name, args as Args<typeof ask.name>, envelope),
        queryFn: async (): Promise<RowsReply> =>
          ask.name === "Overdue"
            ? (await call("Overdue", args as Args<"Overdue">, envelope)).reply
            : (await call("List", args as Args<"List">, envelope)).reply,
        gcTime: 30_000,
      };
    }),
  });
  const byPage = new Map<number, Row[]>();
  for (const [i, page] of pages.entries()) {
    const reply = answers[i]?.data;
    if (reply) byPage.set(page, pick(reply));
  }
  const head = answers[0];
  const onWindow = useCallback((a: number, b: number) => {
    setWindow((before) => (before[0] === a && before[1] === b ? before : [a, b]));
  }, []);
  return {
    head: head?.data,
    total: head?.data?.total ?? 0,
    loading: head?.isPending ?? true,
    refusal: head?.error ? asRefusal(head.error) : null,
    row: (index: number): Row | undefined => byPage.get(Math.floor(index / PAGE))?.[index % PAGE],
    onWindow,
  };
}
