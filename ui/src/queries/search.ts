// Search as one types: waits for a short pause, keeps the last hits until the next ones are there.
import { useEffect, useRef, useState } from "react";
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

/** The value at once after a rest, and the last one of a quick run: moving down a list does not ask for every row. */
export function useSettled<T>(value: T, ms = 120): T {
  const [settled, setSettled] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const rested = Date.now() - last.current > ms;
    last.current = Date.now();
    if (rested) {
      setSettled(value);
      return;
    }
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

export function useSearch(words: string, kind: Kind | null = null, limit = 20) {
  const asked = useLater(words.trim());
  return useAsk("Search", { words: asked, limit, kind }, { when: asked !== "", keep: true });
}
