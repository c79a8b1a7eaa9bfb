// Tells a screen reader the key of a control of React Aria, which does not pass `aria-keyshortcuts` on: it is set at the
// element, `<Radio inputRef={keyed("n")}>`. It does not hear the key.
import { ariaKeys, type Stroke } from "./keys";

type Keyed = (element: Element | null) => void;
/** One for each stroke, so that an element is not gone over at each drawing. */
const all = new Map<Stroke, Keyed>();

export function keyed(stroke: Stroke | undefined): Keyed {
  const name = stroke ?? "";
  const known = all.get(name);
  if (known) return known;
  const made: Keyed = (element) => {
    if (stroke === undefined) element?.removeAttribute("aria-keyshortcuts");
    else element?.setAttribute("aria-keyshortcuts", ariaKeys(stroke));
  };
  all.set(name, made);
  return made;
}
