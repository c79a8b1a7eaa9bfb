// Which line of a list the keyboard is at while the focus stays in the field above it: the pattern of a combobox with a
// list box. The list is plain: a list of the component library builds its lines twice at each key, and a hit is to stand
// there within a tenth of a second. Knows the lines by their keys only.
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLater } from "../../queries/search";
import { listed } from "../../shared/ui/listed";

/** How far Page Up and Page Down go, in lines. */
const PAGE = 10;
/** A reader says the letter that was typed before it says the line that this letter brought, in milliseconds. */
const LETTER_FIRST = 500;

/** From which line to which a key goes; null: it is no key of the list. */
export function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const within = (to: number) => Math.min(Math.max(to, 0), count - 1);
  if (key === "ArrowDown") return within(at + 1);
  if (key === "ArrowUp") return at < 0 ? count - 1 : within(at - 1);
  if (key === "PageDown") return within(at + PAGE);
  if (key === "PageUp") return within(at - PAGE);
  return null;
}

/** `lines`: their keys, in order. `first`: the first line is meant until an arrow says otherwise. */
export function useChoice(lines: readonly string[], first: boolean) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const arrow = chosen !== null && lines.includes(chosen);
  const at = arrow ? chosen : first ? (lines[0] ?? null) : null;
  const idOf = useCallback((line: string) => `${base}${line.replaceAll(" ", "-")}`, [base]);
  const id = at === null ? undefined : idOf(at);
  const later = useLater(id, LETTER_FIRST);
  const [caret, setCaret] = useState(false);
  const said = (arrow || later === id) && !caret ? id : undefined;

  useLayoutEffect(() => {
    const line = arrow && id !== undefined && list.current?.ownerDocument.getElementById(id);
    if (line) line.scrollIntoView?.({ block: "nearest" });
  }, [arrow, id]);

  return {
    at,
    /** An arrow chose it: it is meant as it stands there. */
    arrow,
    idOf,
    list: useMemo(() => ({ ref: list, id: base }), [base]),
    field: {
      role: "combobox",
      "aria-expanded": true,
      "aria-haspopup": "listbox",
      "aria-autocomplete": "list",
      "aria-controls": base,
      "aria-activedescendant": said,
      ...listed,
    },
    /** Whether the key was one of the list. */
    onKey: (event: KeyboardEvent): boolean => {
      // A reader says the letter that the caret came to, and not the line.
      setCaret(/^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key));
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      const to = moved(event.key, at === null ? -1 : lines.indexOf(at), lines.length);
      if (to === null) return false;
      setChosen(lines[to] ?? null);
      return true;
    },
    /** Other words: what an arrow chose is chosen no more. */
    clear: () => {
      setChosen(null);
      // The first line is in sight, however far the list was scrolled.
      if (scroller.current) scroller.current.scrollTop = 0;
    },
    /** What scrolls the lines. */
    scroller,
  } as const;
}
