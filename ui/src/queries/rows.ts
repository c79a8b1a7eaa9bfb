// A long list, fetched in windows of 100 rows as they come into sight; where counting it takes long, its rows come first.
// Knows nothing of how rows look.
import { CancelledError, type QueryKey, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Envelope, ListReply, OverdueReply } from "../ipc/commands";
import type { Args } from "../ipc/door";
import { asRefusal, type Call } from "../ipc/door";
import { BESIDE, key } from "./client";
import { useCall, useEnvelope } from "./door";
import { question } from "./long";

export const PAGE = 100;
/** Milliseconds that a page is kept when nothing shows it. */
export const KEPT = 30_000;
/** Milliseconds for which the first rows wait until all are counted: about what nobody notices. */
const COUNTED_IN = 12;

export type RowsAsk =
  | { name: "Overdue"; args: Omit<Args<"Overdue">, "limit" | "offset"> }
  | { name: "List"; args: Omit<Args<"List">, "limit" | "offset"> };

export type RowsReply = OverdueReply | ListReply;

/** Stretches of rows: those in sight and a few around, without what is folded away. */
export type Stretches = readonly (readonly [number, number])[];

type FirstPage = { queryKey: QueryKey; queryFn: (at: { signal: AbortSignal }) => Promise<RowsReply> };

/** What its first page asks, as the list will ask it. */
export function firstPage(ask: RowsAsk): [RowsAsk["name"], Args<"List">] {
  return [ask.name, { ...ask.args, limit: PAGE, offset: 0, within: COUNTED_IN } as Args<"List">];
}

/** The question for its first page, which may take long. */
export const firstOf = (call: Call, ask: RowsAsk, envelope: Envelope) => ({
  ...(question(call, ...firstPage(ask), envelope) as FirstPage),
  gcTime: KEPT,
});

/** The question for its count, and all else that stands above its rows, in whichever order they are. */
const countOf = (call: Call, { name, args: { sort: _, ...args } }: RowsAsk, envelope: Envelope) => ({
  ...(question(call, name, { ...args, limit: 1, offset: 0 } as Args<"List">, envelope) as FirstPage),
  gcTime: KEPT,
  meta: BESIDE,
});

/** The id of its first row. */
export const firstRow = (reply: RowsReply | undefined): string | null =>
  (reply && ("items" in reply ? reply.items : [...reply.commitments, ...reply.recommendations])[0]?.id) ??
  null;

/** The pages that cover them; the first page is always among them, for it has what stands above the rows. */
export function pagesFor(rows: Stretches): number[] {
  const pages = new Set([0]);
  for (const [first, last] of rows)
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) pages.add(page);
  return [...pages].sort((a, b) => a - b);
}

export type RowsOf<Row> = ReturnType<typeof useRows<Row>>;

export function useRows<Row>(ask: RowsAsk, pick: (reply: RowsReply) => Row[]) {
  const call = useCall();
  const client = useQueryClient();
  const envelope = useEnvelope();
  const [around, setAround] = useState<Stretches>([]);
  const known = useRef<{ of: string; reply: RowsReply } | null>(null);
  // Sorted otherwise it is the same list: what is known of it stands until the new order is there.
  const of = JSON.stringify([ask.name, { ...ask.args, sort: null }, envelope]);
  const before = known.current?.of === of ? known.current.reply : undefined;
  const pages = useMemo(() => pagesFor(around), [around]);

  const query = (page: number) => {
    if (page === 0) return firstOf(call, ask, envelope);
    // The first page and the count tell how many there are.
    const args = { ...ask.args, limit: PAGE, offset: page * PAGE, within: 0 };
    return {
      queryKey: key(ask.name, args as Args<typeof ask.name>, envelope) as QueryKey,
      queryFn: async (): Promise<RowsReply> =>
        ask.name === "Overdue"
          ? (await call("Overdue", args as Args<"Overdue">, envelope)).reply
          : (await call("List", args as Args<"List">, envelope)).reply,
      gcTime: KEPT,
    };
  };
  const answers = useQueries({ queries: pages.map(query) });
  const byPage = new Map<number, Row[]>();
  for (const [i, page] of pages.entries()) {
    const reply = answers[i]?.data;
    if (reply) byPage.set(page, pick(reply));
  }
  const answer = answers[0];
  const counting = answer?.data?.counted === false;
  const countQuery = countOf(call, ask, envelope);
  const count = useQuery<RowsReply>({ ...countQuery, enabled: counting });
  // What was counted stands until it is counted anew: after an edit, and in another order.
  const counted = counting ? (count.data ?? (before?.counted ? before : undefined)) : answer?.data;
  if (counted) known.current = { of, reply: counted };
  const head = counted ?? answer?.data ?? before;
  const wrong = [answer, counting ? count : undefined].find((one) => one?.error);
  const refusal = wrong?.error ? asRefusal(wrong.error) : null;
  const onWindow = useCallback((rows: Stretches) => {
    setAround((before) => (JSON.stringify(before) === JSON.stringify(rows) ? before : rows));
  }, []);

  const now = useRef({ query, pick, head, countQuery });
  now.current = { query, pick, head, countQuery };
  /** Rows of these pages, each with its place; fetched where they are not there. */
  const fetchPages = useCallback(
    async (asked: readonly number[]): Promise<{ row: Row; index: number }[]> => {
      const { query, pick } = now.current;
      const found: { row: Row; index: number }[] = [];
      for (const page of asked) {
        const ask = () => client.ensureQueryData<RowsReply>(query(page));
        // An edit meanwhile lets go what was read before it: asked once more.
        const reply = await ask().catch((reason) => {
          if (reason instanceof CancelledError) return ask();
          throw reason;
        });
        found.push(...pick(reply).map((row, i) => ({ row, index: page * PAGE + i })));
      }
      return found;
    },
    [client],
  );
  /** How many rows there are; counted where that is not known yet. */
  const whole = useCallback(async (): Promise<number> => {
    const { head, countQuery } = now.current;
    return (head?.counted ? head : await client.ensureQueryData<RowsReply>(countQuery)).total;
  }, [client]);
  return {
    head,
    /** What `head` tells was so before, and is being counted anew. */
    old: counting && head === before && (count.data === undefined || count.isFetching),
    /** Else there are at least so many. */
    counted: head?.counted ?? false,
    total: head?.total ?? 0,
    whole,
    loading: (answer?.isPending ?? true) && head === undefined,
    refusal: refusal?.code === "cancelled" ? null : refusal,
    /** Set where the first page or the count was refused, or cancelled by a person: asks it again. */
    again: refusal ? () => void wrong?.refetch() : null,
    row: (index: number): Row | undefined => byPage.get(Math.floor(index / PAGE))?.[index % PAGE],
    onWindow,
    fetchPages,
  };
}
