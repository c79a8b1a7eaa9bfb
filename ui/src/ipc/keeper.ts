// What the desktop program keeps for the window: read once at the start, written as soon as it changes, one message at a
// time, so that what was kept last is what is there. Does not know where it is written.
import type { Keeper } from "./door";

export type Kept = [name: string, value: string | null];

export function makeKeeper(
  found: Record<string, string>,
  send: (changes: Kept[]) => Promise<unknown>,
): Keeper & { heard: (changes: Kept[]) => void } {
  const held = new Map(Object.entries(found));
  const waiting = new Map<string, string | null>();
  let sending = false;

  function put([name, value]: Kept): void {
    if (value === null) held.delete(name);
    else held.set(name, value);
  }

  async function sendAll(): Promise<void> {
    sending = true;
    while (waiting.size > 0) {
      const changes = [...waiting];
      waiting.clear();
      // What cannot be written is forgotten at the end of the program, and nothing else is lost.
      await send(changes).catch(() => {});
    }
    sending = false;
  }

  return {
    read: (name) => held.get(name) ?? null,
    write(name, value) {
      if ((held.get(name) ?? null) === value) return;
      put([name, value]);
      waiting.set(name, value);
      if (!sending) void sendAll();
    },
    /** Another window keeps this now. What waits here is newer. */
    heard: (changes) => changes.filter(([name]) => !waiting.has(name)).forEach(put),
  };
}
