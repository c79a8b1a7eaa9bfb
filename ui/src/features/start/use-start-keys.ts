// The keys and the entries of the system's menu that mean something while nothing is open. Those of an open workspace
// stand in app/use-keys.ts.
import { useEffect, useRef } from "react";
import { useShell } from "../../queries/door";
import { matches } from "../../shared/keys/keys";

const strokes = { new: "mod+n", open: "mod+o", "new-window": "mod+shift+n" } as const;
type Act = keyof typeof strokes;
const acts = Object.keys(strokes) as Act[];

export function useStartKeys(table: Record<Act, () => void>): void {
  const shell = useShell();
  const now = useRef(table);
  now.current = table;
  useEffect(() => {
    let last: { act: Act; at: number } | null = null;
    const perform = (act: Act) => {
      last = { act, at: Date.now() };
      now.current[act]();
    };
    const onKey = (event: KeyboardEvent) => {
      const act = acts.find((one) => matches(event, strokes[one]));
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      perform(act);
    };
    // Where the system's menu has the same key, one stroke may come twice.
    const stopMenu = shell.onMenu((id) => {
      const act = acts.find((one) => one === id);
      if (act && !(last?.act === act && Date.now() - last.at < 150)) perform(act);
    });
    window.addEventListener("keydown", onKey);
    return () => {
      stopMenu();
      window.removeEventListener("keydown", onKey);
    };
  }, [shell]);
}
