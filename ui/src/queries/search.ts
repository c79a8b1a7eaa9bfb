// Search as one types: each key asks at once and ends the question before; the last hits stay until the next are there.
import { useEffect, useId, useRef, useState } from "react";
import type { Kind } from "../ipc/commands";
import { useAsk } from "./door";

export function useLater<T>(value: T, ms = 120): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return later;
}

/**
 * The value after a rest, as soon as what chose it is painted, and the last one of a quick run: moving down a list does not
 * ask for every row, and its rows do not wait for the item of the first.
 */
export function useSettled<T>(value: T, ms = 120): T {
  const [settled, setSettled] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const rested = Date.now() - last.current > ms;
    last.current = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (ms: number) => {
      timer = setTimeout(() => setSettled(value), ms);
    };
    const frame = rested ? requestAnimationFrame(() => settle(0)) : 0;
    if (!rested) settle(ms);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, ms]);
  return settled;
}

/**
 * The hits of what is typed, each key a new question that ends the one before. The last hits stay until the next are
 * there (`stale`). `more`: which of them, and whether to count them all.
 */
export function useSearch(
  words: string,
  kind: Kind | null,
  limit = 20,
  more: { offset?: number; count?: boolean } = {},
) {
  const job = `search ${useId()}`;
  const asked = words.trim() === "" ? "" : words;
  const found = useAsk(
    "Search",
    { words: asked, limit, kind, ...more },
    { when: asked !== "", keep: true, job, typed: true },
  );
  const ended = found.error?.code === "cancelled";
  return {
    data: asked === "" ? undefined : found.data,
    isFetching: found.isFetching,
    stale: asked !== "" && (found.isPlaceholderData || found.isPending || ended),
    message: ended ? undefined : found.error?.message,
  };
}

/** These items as hits, in this order. */
export function useThese(these: readonly string[]) {
  return useAsk("Search", { words: "", these: [...these] }, { when: these.length > 0, keep: true });
}
