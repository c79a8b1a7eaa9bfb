// A button that opens a menu: a choice of acts, or one of several values (`chosen`).
import type { ReactNode } from "react";
import {
  Header,
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
  detail?: string;
  stroke?: Stroke | undefined;
  disabled?: boolean;
};
export type MenuEntry = MenuLine | { separator: string } | { section: string; entries: readonly MenuLine[] };

const item = (entry: MenuLine) => (
  <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="menu-item">
    <Text slot="label" dir="auto">
      {entry.label}
    </Text>
    {entry.detail && (
      <Text slot="description" dir="auto">
        {entry.detail}
      </Text>
    )}
    {entry.stroke && <Caps stroke={entry.stroke} />}
  </MenuItem>
);

export function MenuButton(props: {
  label: ReactNode;
  ariaLabel?: string;
  entries: readonly MenuEntry[];
  onAct: (id: string) => void;
  chosen?: string;
  weight?: Weight;
  small?: boolean;
}) {
  const disabled = props.entries.flatMap((entry) => ("id" in entry && entry.disabled ? [entry.id] : []));
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
        <Menu
          className="menu"
          onAction={(key) => props.onAct(String(key))}
          disabledKeys={disabled}
          {...(props.chosen === undefined
            ? {}
            : {
                selectionMode: "single" as const,
                selectedKeys: [props.chosen],
                disallowEmptySelection: true,
              })}
        >
          {props.entries.map((entry) =>
            "separator" in entry ? (
              <Separator key={entry.separator} className="menu-rule" />
            ) : "section" in entry ? (
              <MenuSection key={entry.section}>
                <Header className="menu-head">{entry.section}</Header>
                {entry.entries.map(item)}
              </MenuSection>
            ) : (
              item(entry)
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
