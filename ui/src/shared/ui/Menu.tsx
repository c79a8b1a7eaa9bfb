// A button that opens a menu: a choice of acts, or one of several values (`chosen`).
import type { ReactNode } from "react";
import {
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from "react-aria-components";
import type { Stroke } from "../keys/keys";
import { Button, Caps, type Weight } from "./Button";

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

const choice = (chosen: string | undefined) =>
  chosen === undefined
    ? {}
    : { selectionMode: "single" as const, selectedKeys: [chosen], disallowEmptySelection: true };

const item = (entry: MenuLine) => (
  <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="menu-item">
    <Text slot="label" dir="auto" lang={entry.lang}>
      {entry.label}
    </Text>
    {entry.detail && (
      <Text slot="description" dir="auto" lang={entry.detailLang}>
        {entry.detail}
      </Text>
    )}
    {entry.stroke && (
      <Keyboard className="menu-key">
        <Caps stroke={entry.stroke} said />
      </Keyboard>
    )}
  </MenuItem>
);

type Props = {
  label: ReactNode;
  ariaLabel?: string;
  /** Where it takes time to know them, they are asked for when the menu opens. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  onAct: (id: string) => void;
  chosen?: string;
  weight?: Weight;
  small?: boolean;
};

export function MenuButton(props: Props) {
  return (
    <MenuTrigger>
      <Button
        weight={props.weight ?? "normal"}
        small={props.small ?? false}
        {...(props.ariaLabel ? { "aria-label": props.ariaLabel } : {})}
      >
        {props.label}
        <span className="caret" aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <Lines {...props} />
      </Popover>
    </MenuTrigger>
  );
}

function Lines({ entries: of, onAct, chosen }: Props) {
  const entries = typeof of === "function" ? of() : of;
  const disabled = entries.flatMap((entry) => ("id" in entry && entry.disabled ? [entry.id] : []));
  return (
    <Menu className="menu" onAction={(key) => onAct(String(key))} disabledKeys={disabled} {...choice(chosen)}>
      {entries.map((entry) =>
        "separator" in entry ? (
          <Separator key={entry.separator} className="menu-rule" />
        ) : "section" in entry ? (
          <MenuSection key={entry.section} {...choice(entry.chosen)}>
            <Header className="menu-head">{entry.section}</Header>
            {entry.entries.map(item)}
          </MenuSection>
        ) : (
          item(entry)
        ),
      )}
    </Menu>
  );
}
