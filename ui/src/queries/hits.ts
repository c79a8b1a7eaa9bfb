// The hits of a search as a long list, fetched in pages as they come into sight. Knows nothing of how they look.
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Kind, SearchHit, SearchReply } from "../ipc/commands";
import type { Args } from "../ipc/door";
import { asRefusal, type Refusal } from "../ipc/door";
import { key } from "./client";
import { useCall, useEnvelope } from "./door";
import { KEPT } from "./rows";

const PAGE = 50;

export function useHits(words: string, kind: Kind | null) {
  const call = useCall();
  const envelope = useEnvelope();
  const [[first, last], setWindow] = useState<[number, number]>([0, 0]);
  const pages = useMemo(() => {
    const wanted = new Set([0]);
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) wanted.add(page);
    return [...wanted].sort((a, b) => a - b);
  }, [first, last]);
  const typed = words.trim() !== "";
  const answers = useQueries({
    queries: pages.map((page) => {
      const args: Args<"Search"> = { words, kind, limit: PAGE, offset: page * PAGE, count: true };
      // Only what is typed ends a question; pages of one list do not end each other.
      const job = page === 0 ? { ...envelope, job: "hits" } : envelope;
      return {
        queryKey: key("Search", args, envelope),
        queryFn: async (): Promise<SearchReply> => (await call("Search", args, job)).reply,
        enabled: typed,
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
        retry: (times: number, reason: Refusal | Error) =>
          asRefusal(reason).code === "cancelled" && times < 3,
        retryDelay: 20,
        gcTime: KEPT,
      };
    }),
  });
  const byPage = new Map<number, SearchHit[]>();
  for (const [i, page] of pages.entries()) {
    const reply = answers[i]?.data;
    if (typed && reply) byPage.set(page, reply.hits);
  }
  const head = typed ? answers[0]?.data : undefined;
  const refusal = answers[0]?.error ? asRefusal(answers[0].error) : null;
  const onWindow = useCallback((a: number, b: number) => {
    setWindow((before) => (before[0] === a && before[1] === b ? before : [a, b]));
  }, []);
  return {
    head,
    total: head?.total ?? 0,
    stale: typed && (answers[0]?.isPlaceholderData || answers[0]?.isPending || false),
    message: refusal === null || refusal.code === "cancelled" ? undefined : refusal.message,
    row: (index: number): SearchHit | undefined => byPage.get(Math.floor(index / PAGE))?.[index % PAGE],
    onWindow,
  };
}
