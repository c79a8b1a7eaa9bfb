// Which line of a list the keyboard is at while the focus stays in the field above it: the pattern of a combobox with a
// list box. The list is plain: a list of the component library builds its lines twice at each key, and a hit is to stand
// there within a tenth of a second. Knows the lines by their keys only.
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useRef, useState } from "react";
import { useLater } from "../../queries/search";
import { moved } from "../../shared/grid/maths";
import { listed } from "../../shared/ui/listed";

/** How far Page Up and Page Down go, in lines. */
const PAGE = 10;
/** A reader says the letter that was typed before it says the line that this letter brought, in milliseconds. */
const LETTER_FIRST = 500;

/** Home and End are the caret's, as the other two are. */
const isCaret = (key: string) => /^(ArrowLeft|ArrowRight|Home|End)$/.test(key);

/** To which line a key goes, as in a table; `at` is -1 where none is chosen. null: it is no key of the list. */
export function toLine(key: string, at: number, count: number): number | null {
  if (count === 0 || isCaret(key)) return null;
  return moved(key, at < 0 && key === "ArrowUp" ? count : at, count, PAGE);
}

/** `lines`: their keys, in order. `first`: the first line is meant until an arrow says otherwise. */
export function useChoice(lines: readonly string[], first: boolean) {
  const base = useId();
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
    if (arrow && id !== undefined) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [arrow, id]);

  return {
    at,
    /** An arrow chose it: it is meant as it stands there. */
    arrow,
    idOf,
    /** Of the list box. */
    listId: base,
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
      setCaret(isCaret(event.key));
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      const to = toLine(event.key, at === null ? -1 : lines.indexOf(at), lines.length);
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
