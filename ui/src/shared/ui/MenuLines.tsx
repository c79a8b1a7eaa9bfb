// The lines of a menu, over the page at its button. Its code comes after the first screen, which only shows buttons.
import type { RefObject } from "react";
import {
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  Text,
} from "react-aria-components";
import { Caps } from "./Button";
import type { From, Lines, MenuLine } from "./Menu";

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

type Props = Lines & {
  button: RefObject<HTMLElement | null>;
  /** The id of what names it. */
  labelledBy: string;
  from: From;
  onClose: () => void;
};

export function MenuLines({ entries: of, onAct, chosen, button, labelledBy, from, onClose }: Props) {
  const entries = typeof of === "function" ? of() : of;
  const disabled = entries.flatMap((entry) => ("id" in entry && entry.disabled ? [entry.id] : []));
  return (
    <Popover
      className="popover"
      trigger="MenuTrigger"
      triggerRef={button}
      placement="bottom start"
      aria-labelledby={labelledBy}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu
        className="menu"
        aria-labelledby={labelledBy}
        autoFocus={from}
        onClose={onClose}
        onAction={(key) => onAct(String(key))}
        disabledKeys={disabled}
        {...choice(chosen)}
      >
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
    </Popover>
  );
}
