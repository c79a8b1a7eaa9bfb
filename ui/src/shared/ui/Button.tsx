// Buttons of three weights, with the key that does the same.
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps, Link } from "react-aria-components";
import { keyed } from "../keys/keyed";
import { caps, type Stroke } from "../keys/keys";

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

export type Weight = "main" | "plain" | "danger" | "normal";

export function Button(
  props: Omit<ButtonProps, "className" | "children" | "style"> & {
    weight?: Weight;
    stroke?: Stroke | undefined;
    /** Its key where that is not shown. */
    shortcut?: Stroke;
    small?: boolean;
    children: ReactNode;
  },
) {
  const { weight = "normal", stroke, shortcut, small, children, ...rest } = props;
  return (
    <AriaButton {...rest} className={`btn ${weight}${small ? " small" : ""}`} ref={keyed(stroke ?? shortcut)}>
      {children}
      {stroke && <Caps stroke={stroke} />}
    </AriaButton>
  );
}

/** Goes to another item. Stands in a sentence, and breaks with it. `label`: where its text alone says too little. */
export function GoTo(props: { onPress: () => void; label?: string; children: ReactNode }) {
  return (
    <Link className="goto" onPress={props.onPress} {...(props.label ? { "aria-label": props.label } : {})}>
      {props.children}
    </Link>
  );
}
