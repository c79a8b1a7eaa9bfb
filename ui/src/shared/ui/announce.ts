// The one line at the foot of the window that says what has just happened, read out by screen readers.
import { useSyncExternalStore } from "react";

export type Said = { text: string; at: number };

let said: Said = { text: "", at: 0 };
const listeners = new Set<() => void>();

export function say(text: string): void {
  said = { text, at: said.at + 1 };
  for (const listener of listeners) listener();
}

export function useSaid(): Said {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
}
