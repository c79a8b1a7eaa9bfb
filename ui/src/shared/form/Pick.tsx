// Chooses one item, or several, by typing. The caller's hook finds the items; this shows them.
import { useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { listed } from "../ui/listed";
import { useWidgetWords } from "../words";
import { Below, type Common, FieldLabel } from "./fields";
import type { Picked } from "./values";

/** A hook: the items for these words. */
export type UseItems = (words: string) => { items: readonly Picked[]; searching: boolean };

const titled = (item: Picked) =>
  item.ref && item.ref !== item.name ? `${item.ref} ${item.name}` : item.name;

type PickProps = Common & {
  value: Picked | null;
  onChange: (value: Picked | null) => void;
  useItems: UseItems;
};

export function Pick(props: PickProps) {
  const { value, onChange, useItems } = props;
  const words = useWidgetWords();
  const [text, setText] = useState(value ? titled(value) : "");
  const untouched = value !== null && text === titled(value);
  const { items, searching } = useItems(untouched ? "" : text);
  const shown = value && untouched && !items.some((item) => item.id === value.id) ? [value, ...items] : items;
  return (
    <ComboBox
      className="field"
      items={shown}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        if (next === "") onChange(null);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        if (key === null) return;
        const item = shown.find((candidate) => candidate.id === key);
        if (!item) return;
        setText(titled(item));
        onChange(item);
      }}
      onBlur={() => setText(value ? titled(value) : "")}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={props.error !== undefined}
      isRequired={props.required ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel {...props} />
      <div className="input with-button">
        <Input className="bare" dir="auto" {...listed} />
        <Button className="input-button" aria-label={words.showChoices}>
          <span className="caret" aria-hidden="true" />
        </Button>
      </div>
      <Below {...props} />
      <Popover className="popover fit">
        <ListBox<Picked>
          className="menu"
          renderEmptyState={() => (
            <p className="menu-empty">
              {searching ? words.searching : text === "" ? words.typeToSearch : words.noneFound}
            </p>
          )}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={titled(item)} className="menu-item">
              <Text slot="label" dir="auto">
                {item.name}
              </Text>
              {item.ref !== item.name && (
                <Text slot="description" className="ref">
                  <bdi>{item.ref}</bdi>
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export function Picks(
  props: Common & { value: Picked[]; onChange: (value: Picked[]) => void; useItems: UseItems },
) {
  const words = useWidgetWords();
  const [round, setRound] = useState(0);
  const { value, onChange } = props;
  return (
    <div className="picks">
      <Pick
        key={round}
        label={props.label}
        {...(props.hint ? { hint: props.hint } : {})}
        error={props.error}
        useItems={props.useItems}
        value={null}
        autoFocus={round > 0}
        onChange={(item) => {
          if (!item) return;
          if (!value.some((one) => one.id === item.id)) onChange([...value, item]);
          setRound(round + 1);
        }}
      />
      {value.length > 0 && (
        <ul className="chips">
          {value.map((item) => (
            <li key={item.id} className="chip">
              <bdi>{item.name}</bdi>
              <Button
                className="chip-x"
                aria-label={`${words.remove}: ${item.name}`}
                onPress={() => onChange(value.filter((one) => one.id !== item.id))}
              >
                <span className="cross" aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
