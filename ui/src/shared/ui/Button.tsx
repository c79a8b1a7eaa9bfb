// Buttons of three weights, with the key that does the same. Elements of the browser: one of the library costs as much to
// draw as a row of the list, and there are fifty on a screen.
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from "react";
import { ariaKeys, caps, type Stroke } from "../keys/keys";

/** `said`: part of the name of what it stands in; else it only repeats `aria-keyshortcuts`. */
export function Caps({ stroke, said = false }: { stroke: Stroke; said?: boolean }) {
  return (
    <span className="caps" {...(said ? {} : { "aria-hidden": true })}>
      {caps(stroke).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

type PressProps = Omit<ComponentProps<"button">, "onClick" | "disabled"> & {
  onPress?: (event: MouseEvent | KeyboardEvent) => void;
  isDisabled?: boolean;
  /** What it began is under way: it keeps the focus, and does nothing. */
  isPending?: boolean;
  /** Its key, told to a screen reader. */
  shortcut?: Stroke | undefined;
};

/** A key that is held down presses once, and does nothing in what that opens. */
function presses(event: KeyboardEvent, keys: readonly string[]): boolean {
  if (!keys.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return false;
  event.preventDefault();
  if (event.repeat) return false;
  const onRepeat = (again: Event) => {
    if (!(again as globalThis.KeyboardEvent).repeat) return stop();
    again.preventDefault();
    again.stopImmediatePropagation();
  };
  const onUp = (up: Event) => (up as globalThis.KeyboardEvent).key === event.key && stop();
  const stop = () => {
    window.removeEventListener("keydown", onRepeat, true);
    window.removeEventListener("keyup", onUp, true);
  };
  window.addEventListener("keydown", onRepeat, true);
  window.addEventListener("keyup", onUp, true);
  return true;
}

/** A button that brings its own look. */
export function Press({ onPress, isDisabled, isPending, shortcut, type = "button", ...rest }: PressProps) {
  return (
    <button
      {...rest}
      // Said, so that Tab comes to it on a Mac too.
      tabIndex={isDisabled ? undefined : 0}
      type={isPending ? "button" : type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      onClick={(event) => {
        event.currentTarget.focus({ preventScroll: true });
        if (!isPending) onPress?.(event);
      }}
      // Not by the click that the browser makes of a key: to React Aria that is one of a screen reader, for which the
      // focus in what opens comes a moment later.
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        if (event.defaultPrevented || !presses(event, ["Enter", " "]) || isPending) return;
        if (type === "submit") event.currentTarget.form?.requestSubmit();
        onPress?.(event);
      }}
    />
  );
}

export type Weight = "main" | "plain" | "danger" | "normal";

export function Button(
  props: Omit<PressProps, "className" | "style"> & {
    weight?: Weight;
    /** Its key, shown. */
    stroke?: Stroke | undefined;
    small?: boolean;
  },
) {
  const { weight = "normal", stroke, shortcut, small, children, ...rest } = props;
  return (
    <Press {...rest} className={`btn ${weight}${small ? " small" : ""}`} shortcut={stroke ?? shortcut}>
      {children}
      {stroke && <Caps stroke={stroke} />}
    </Press>
  );
}

/** Goes to another item. Stands in a sentence, and breaks with it. `label`: where its text alone says too little. */
export function GoTo(props: { onPress: () => void; label?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not break, and a link of the browser leads to another page.
    <span
      className="goto"
      role="link"
      tabIndex={0}
      aria-label={props.label}
      onClick={props.onPress}
      onKeyDown={(event) => presses(event, ["Enter"]) && props.onPress()}
    >
      {props.children}
    </span>
  );
}
