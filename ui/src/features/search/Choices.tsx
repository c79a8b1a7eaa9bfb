// The lines of the palette as choices of a list box. The focus stays in the field, which names the choice that it is at.
import { type MouseEvent, memo } from "react";
import type { Part } from "./parts";

// The focus stays where it is.
const stay = (event: MouseEvent) => event.preventDefault();

export const Choices = memo(function Choices(props: {
  parts: readonly Part[];
  label: string;
  id: string;
  /** The key of the line that is meant. */
  at: string | null;
  idOf: (key: string) => string;
  onTake: (key: string) => void;
}) {
  const { id, idOf } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      className="menu"
      onMouseDown={stay}
      onClick={(event) => {
        const line = (event.target as Element).closest<HTMLElement>("[role=option]");
        if (line?.dataset.key) props.onTake(line.dataset.key);
      }}
    >
      {props.parts.map((part) => {
        const head = `${id}${part.id}`;
        const lines = part.lines.map(({ key, look, shows }) => {
          const here = key === props.at;
          return (
            <div
              key={key}
              id={idOf(key)}
              role="option"
              tabIndex={-1}
              aria-selected={here}
              data-key={key}
              {...(here ? { "data-focused": true, "data-focus-visible": true } : {})}
              className={look}
            >
              {shows}
            </div>
          );
        });
        if (part.title === null) return lines;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of choices.
          <div key={part.id} role="group" aria-labelledby={head}>
            <div id={head} role="presentation" className="menu-head">
              {part.title}
            </div>
            {lines}
          </div>
        );
      })}
    </div>
  );
});
