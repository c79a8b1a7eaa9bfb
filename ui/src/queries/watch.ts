// Sees edits made elsewhere on the same file (another window, the terminal) and the passing of midnight.
import { useEffect } from "react";
import { useAge, useCall, useForget, useSeen } from "./door";

const EVERY = 1000;

const today = () => new Date().toDateString();

export function useWatch(entry: number | undefined): void {
  const call = useCall();
  const seen = useSeen();
  const age = useAge();
  const forget = useForget();
  useEffect(() => {
    if (entry === undefined) return;
    seen.entry = Math.max(seen.entry, entry);
    let day = today();
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const { reply } = await call("ChangedSince", { entry: seen.entry });
        if (!stopped && reply.entry > seen.entry) {
          seen.entry = reply.entry;
          await age(reply.kinds);
        }
      } catch {
        // The next look will tell; a missed one is no news.
      }
      if (day !== today()) {
        day = today();
        await forget();
      }
      if (!stopped) timer = setTimeout(look, EVERY);
    };
    timer = setTimeout(look, EVERY);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [call, seen, age, forget, entry]);
}
