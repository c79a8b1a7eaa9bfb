// Keys that come before what they are for: a list whose rows are on their way, a form whose code is, an edit that is being
// saved. They are kept, and pressed again in their order as soon as that is there: a quick hand loses none, and none is
// taken for something else. What a program cannot press again is not kept (Tab, what the system does with Ctrl).
import { useEffect, useLayoutEffect, useState } from "react";
import { isTyping } from "./keys";

/** Milliseconds after which nobody means any more what was pressed. */
const LONG = 5000;
/** Milliseconds from one look at what is awaited to the next. */
const SOON = 8;
const NAMED: ReadonlySet<string> = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Enter",
  "Backspace",
]);

/** Who comes to a place by key goes on in its list; who presses a view at the side may want the next view. */
export const comesByKey = () => document.activeElement?.closest(".side, form, [role=dialog]") === null;

/** `rows`: of a list, which is not awaited by one who types in a field, or goes on to another list. */
type Awaited = "rows" | "all";
type Stroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey">;

const awaited = new Set<{ what: Awaited }>();
let strokes: Stroke[] = [];
let since = 0;
let looks = false;

/** While `is`, keys wait. It ends when the effects of what came have run, so that the focus is there by then. */
export function useAwaited(is: boolean, what: Awaited = "all"): void {
  const [one] = useState(() => ({ what }));
  useLayoutEffect(() => {
    if (is) awaited.add(one);
  }, [is, one]);
  useEffect(() => () => void (is && awaited.delete(one)), [is, one]);
}

/** The same where nothing is drawn yet; answers what ends it. */
export function awaits(what: Awaited): () => void {
  const one = { what };
  awaited.add(one);
  return () => void awaited.delete(one);
}

function waits(): boolean {
  for (const { what } of awaited) if (what === "all" || !isTyping(document.activeElement)) return true;
  return false;
}

/** A window takes the focus a moment after it is drawn. */
function opens(): boolean {
  const windows = document.querySelectorAll("[role=dialog]");
  const front = windows[windows.length - 1];
  return front !== undefined && !front.contains(document.activeElement);
}

export function dropHeld(): void {
  strokes = [];
}

/** Keeps the key if what it is for is not there yet. `leaves`: whether a key leads to another list. */
export function holdKey(event: KeyboardEvent, leaves: (key: string) => boolean): void {
  if (!event.isTrusted || event.isComposing || (strokes.length === 0 && !waits())) return;
  const isLeft = () => leaves(event.key) && [...awaited].every(({ what }) => what === "rows");
  if (event.key === "Escape" || isLeft()) {
    dropHeld();
    return;
  }
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey || !(mod ? event.key === "Enter" : event.key.length === 1 || NAMED.has(event.key))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (strokes.length === 0) since = event.timeStamp;
  const { key, code, ctrlKey, metaKey, shiftKey } = event;
  // A key that is held down goes no further than where it stands when it is let go.
  const again = key === "Enter" || key === " " || strokes[strokes.length - 1]?.key === key;
  if (event.repeat && again) return;
  strokes.push({ key, code, ctrlKey, metaKey, shiftKey });
  if (!looks) setTimeout(look, SOON);
  looks = true;
}

/** One key at a time: what it does is drawn before the next. */
function look(): void {
  if (performance.now() - since > LONG) dropHeld();
  const next = waits() || opens() ? undefined : strokes.shift();
  if (next) press(next);
  looks = strokes.length > 0;
  if (looks) setTimeout(look, next ? 0 : SOON);
}

function press(stroke: Stroke): void {
  const target = document.activeElement ?? document.body;
  const isUnheard = target.dispatchEvent(
    new KeyboardEvent("keydown", { ...stroke, bubbles: true, cancelable: true }),
  );
  if (!isUnheard || stroke.ctrlKey || stroke.metaKey) return;
  const { key } = stroke;
  if (key === "Enter" && target instanceof HTMLInputElement) target.form?.requestSubmit();
  else if ((key === "Enter" || key === " ") && target instanceof HTMLButtonElement) target.click();
  else if (!isTyping(target)) return;
  else if (key === "Backspace") document.execCommand("delete");
  else if (key === "Enter") document.execCommand("insertLineBreak");
  else if (key.length === 1) document.execCommand("insertText", false, key);
}
