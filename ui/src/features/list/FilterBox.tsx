// The one line in which a list is filtered, in the text form that the terminal and the exports share. What cannot be read
// is shown at its place, and the list stays as it was.
import { useEffect, useId, useState } from "react";
import { Button } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export type FilterRefusal = { message: string; detail: unknown };

/** The text in three: before the place that is wrong, the place itself, after it. The core counts characters from 1. */
export function around(text: string, detail: unknown): [string, string, string] | null {
  if (typeof detail !== "object" || detail === null || !("place" in detail) || !("len" in detail))
    return null;
  const { place, len } = detail;
  if (typeof place !== "number" || typeof len !== "number") return null;
  const all = [...text];
  const from = Math.min(Math.max(place - 1, 0), all.length);
  return [all.slice(0, from).join(""), all.slice(from, from + len).join(""), all.slice(from + len).join("")];
}

export function FilterBox(props: {
  value: string;
  /** Tries it; answers why it cannot be read. */
  onApply: (filter: string) => Promise<FilterRefusal | null>;
  /** What is tried is no longer wanted: something else is being typed. */
  onStop?: () => void;
  onSave: (() => void) | null;
}) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState(props.value);
  const [wrong, setWrong] = useState<(FilterRefusal & { text: string }) | null>(null);
  useEffect(() => {
    setText(props.value);
    setWrong(null);
  }, [props.value]);
  const apply = async (next: string) => {
    const refusal = await props.onApply(next.trim());
    setWrong(refusal && { ...refusal, text: next.trim() });
  };
  const place = wrong && around(wrong.text, wrong.detail);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: React does not know the element yet. */}
      <div className="filter" role="search">
        <label className="unseen" htmlFor={id}>
          {t("list.filter")}
        </label>
        <input
          id={id}
          type="text"
          className="input"
          dir="auto"
          placeholder={t("list.filterHint")}
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? "filter-wrong" : undefined}
          onChange={(event) => {
            props.onStop?.();
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void apply(text);
            } else if (event.key === "Escape" && (text !== "" || wrong)) {
              event.stopPropagation();
              props.onStop?.();
              setText(props.value);
              setWrong(null);
            }
          }}
        />
      </div>
      {(text !== "" || props.value !== "") && (
        <>
          {text.trim() !== props.value && (
            <Button small onPress={() => void apply(text)}>
              {t("list.filterApply")}
            </Button>
          )}
          {props.value !== "" && (
            <>
              {props.onSave && (
                <Button small onPress={props.onSave}>
                  {t("list.saveView")}
                </Button>
              )}
              <Button small weight="plain" onPress={() => void apply("")}>
                {t("overdue.noFilter")}
              </Button>
            </>
          )}
        </>
      )}
      {wrong && (
        <div className="filter-wrong" id="filter-wrong" role="alert">
          <Own>{wrong.message}</Own>
          {place && (
            <code className="filter-place" dir="auto">
              {place[0]}
              <mark>{place[1]}</mark>
              {place[2]}
            </code>
          )}
        </div>
      )}
    </>
  );
}
