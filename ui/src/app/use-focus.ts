// Keeps the focus: after a form closes it goes back to where it was, and it never falls to nothing.
import { type RefObject, useEffect, useRef } from "react";
import type { OpenForm } from "./view";

const AFTER = 120;

/** Nothing has the focus, and nothing floats above the page that is about to take it. */
const isLost = () =>
  (document.activeElement === null || document.activeElement === document.body) &&
  document.hasFocus() &&
  !document.querySelector("[role=dialog], .popover");

export function useFocus(
  form: OpenForm | null,
  item: RefObject<HTMLElement | null>,
  fallBack: () => void,
  /** What is shown: with what goes, the focus goes without a word. */
  shown: string,
): void {
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  const latest = useRef<Element | null>(null);
  const fall = useRef(fallBack);
  fall.current = fallBack;

  useEffect(() => {
    const isOpen = form !== null;
    if (isOpen && !wasOpen.current) before.current = latest.current;
    if (!isOpen && wasOpen.current) {
      const back = before.current;
      // A list may have gone on to another row meanwhile (save and next).
      const stop = back?.closest("[role=grid], [role=treegrid]")?.querySelector("[tabindex='0']") ?? back;
      if (stop instanceof HTMLElement && stop.isConnected && stop !== document.body)
        stop.focus({ preventScroll: true });
      else item.current?.focus();
    }
    wasOpen.current = isOpen;
  }, [form, item]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each change of what is shown.
  useEffect(() => {
    const timer = setTimeout(() => isLost() && fall.current(), AFTER);
    return () => clearTimeout(timer);
  }, [shown]);

  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const target = event.target;
      // What a form is opened from: not a field of a form, nor anything that floats above the page.
      if (target instanceof HTMLElement && !target.closest("form, [role=dialog], .popover"))
        latest.current = target;
    };
    let timer: ReturnType<typeof setTimeout>;
    const onLost = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isLost() && fall.current(), AFTER);
    };
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", onLost);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", onLost);
    };
  }, []);
}
