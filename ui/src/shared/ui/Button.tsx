// Buttons of three weights, with the key that does the same.
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { ariaKeys, caps, type Stroke } from "../keys/keys";

export function Caps({ stroke }: { stroke: Stroke }) {
  return (
    <span className="caps" aria-hidden="true">
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
    small?: boolean;
    children: ReactNode;
  },
) {
  const { weight = "normal", stroke, small, children, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      className={`btn ${weight}${small ? " small" : ""}`}
      {...(stroke ? { "aria-keyshortcuts": ariaKeys(stroke) } : {})}
    >
      {children}
      {stroke && <Caps stroke={stroke} />}
    </AriaButton>
  );
}

/** A button that reads as a link: goes to another item. */
export function GoTo(props: { onPress: () => void; children: ReactNode; label?: string }) {
  return (
    <AriaButton
      className="goto"
      onPress={props.onPress}
      {...(props.label ? { "aria-label": props.label } : {})}
    >
      {props.children}
    </AriaButton>
  );
}
