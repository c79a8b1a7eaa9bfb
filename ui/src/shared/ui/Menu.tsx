// A button that opens a menu: a choice of acts, or one of several values (`chosen`). What it opens is `MenuLines.tsx`.
import { type ReactNode, useId, useRef, useState } from "react";
import type { Stroke } from "../keys/keys";
import { Button, type Weight } from "./Button";
import { later } from "./later";

const MenuLines = later(async () => (await import("./MenuLines")).MenuLines);

export type MenuLine = {
  id: string;
  label: string;
  /** The language of the label, where it is not that of the window. */
  lang?: string;
  detail?: string;
  detailLang?: string;
  stroke?: Stroke | undefined;
  disabled?: boolean;
};
/** A section with `chosen` is a choice of one of its lines. */
type Section = { section: string; entries: readonly MenuLine[]; chosen?: string };
export type MenuEntry = MenuLine | { separator: string } | Section;

export type Lines = {
  /** Where it takes time to know them, they are asked for when the menu opens. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  onAct: (id: string) => void;
  chosen?: string;
};

/** What has the focus in a menu that opens: a line of it, or, for who points, the menu itself. */
export type From = "first" | "last" | true;

const arrows: Record<string, From> = { ArrowDown: "first", ArrowUp: "last" };

export function MenuButton(
  props: Lines & { label: ReactNode; ariaLabel?: string; weight?: Weight; small?: boolean },
) {
  const { label, ariaLabel, weight = "normal", small = false, ...lines } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [from, setFrom] = useState<From | null>(null);
  return (
    <>
      <Button
        id={id}
        ref={button}
        weight={weight}
        small={small}
        aria-label={ariaLabel}
        aria-haspopup="menu"
        aria-expanded={from !== null}
        // A click that no pointer made is one of a screen reader.
        onPress={({ detail }) => setFrom(detail === 0 ? "first" : true)}
        onKeyDown={(event) => {
          const arrow = arrows[event.key];
          if (!arrow) return;
          event.preventDefault();
          setFrom(arrow);
        }}
      >
        {label}
        <span className="caret" aria-hidden="true" />
      </Button>
      {from !== null && (
        <MenuLines {...lines} button={button} labelledBy={id} from={from} onClose={() => setFrom(null)} />
      )}
    </>
  );
}
