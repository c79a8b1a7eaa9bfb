// The keys and the entries of the system's menu that mean something while nothing is open. Those of an open workspace
// stand in app/use-keys.ts.
import { useEffect, useRef } from "react";
import { useShell } from "../../queries/door";
import { makeEcho } from "../../shared/keys/echo";
import { isLetter, isTyping, matches } from "../../shared/keys/keys";

/** An entry without a key is in the menu alone. */
const strokes = {
  new: "mod+n",
  open: "mod+o",
  "new-window": "mod+shift+n",
  manual: "f1",
  keys: "?",
  about: null,
} as const;
type Act = keyof typeof strokes;
const acts = Object.keys(strokes) as Act[];

/** `letters`: whether single letters are keys. */
export function useStartKeys(table: Record<Act, () => void>, letters: boolean): void {
  const shell = useShell();
  const now = useRef(table);
  now.current = table;
  useEffect(() => {
    const echo = makeEcho();
    const perform = (act: Act) => {
      echo.done(act);
      now.current[act]();
    };
    const onKey = (event: KeyboardEvent) => {
      const act = acts.find((one) => {
        const stroke = strokes[one];
        if (stroke === null || (isLetter(stroke) && (!letters || isTyping(event.target)))) return false;
        return matches(event, stroke);
      });
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      perform(act);
    };
    const stopMenu = shell.onMenu((id) => {
      const act = acts.find((one) => one === id);
      if (act && !echo.is(act)) perform(act);
    });
    window.addEventListener("keydown", onKey);
    return () => {
      stopMenu();
      window.removeEventListener("keydown", onKey);
    };
  }, [shell, letters]);
}
