// Tells what the core has just answered: the name of each edit and act that was done in this window. Keeps nothing.
import { useEffect } from "react";
import type { Name } from "../ipc/door";

const listeners = new Set<(name: Name) => void>();

export function answered(name: Name): void {
  for (const listener of listeners) listener(name);
}

/** Hears of each; the listener may be another one at each drawing. */
export function useAnswered(listener: (name: Name) => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listener]);
}
