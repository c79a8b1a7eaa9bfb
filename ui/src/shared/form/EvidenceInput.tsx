// One field for evidence of any kind: a file by picker, drop or paste, or typed words (a link, a document symbol, a note).
// It only gathers; what the words are is told by `readEvidence`.
import { type ClipboardEvent, useState } from "react";
import { Button, Press } from "../ui/Button";
import { useWidgetWords } from "../words";
import { type Common, Line, Long } from "./fields";
import { pastedFile } from "./pasted";
import type { EvidenceGiven, FileGiven } from "./values";

export const noEvidence: EvidenceGiven = { file: null, words: "" };

export type EvidenceRead = "file" | "link" | "symbol" | "note" | null;

/** A link begins with a scheme; a document symbol is one word with a stroke in it (S/2024/123); the rest is a note. */
export function readEvidence(given: EvidenceGiven): EvidenceRead {
  if (given.file) return "file";
  const words = given.words.trim();
  if (words === "") return null;
  if (/^(https?|ftp):\/\/\S+$/i.test(words) || /^www\.\S+\.\S+$/i.test(words)) return "link";
  if (/^[A-Z][\w.]*(\/[\w.()-]+)+$/i.test(words)) return "symbol";
  return "note";
}

export function EvidenceInput(
  props: Common & {
    value: EvidenceGiven;
    onChange: (value: EvidenceGiven) => void;
    choose: () => Promise<FileGiven | null>;
    take: (file: File) => Promise<FileGiven>;
    bytes: (bytes: number) => string;
    chooseLabel: string;
    takingLabel: string;
    onRefused: (reason: unknown) => void;
    /** Room for a note of several lines. */
    tall?: boolean;
  },
) {
  const words = useWidgetWords();
  const [taking, setTaking] = useState(false);
  const [chosen, setChosen] = useState(false);
  const { value, onChange } = props;

  const get = async (source: Promise<FileGiven | null>) => {
    setTaking(true);
    try {
      const file = await source;
      if (file) {
        setChosen(true);
        onChange({ ...value, file });
      }
    } catch (reason) {
      props.onRefused(reason);
    } finally {
      setTaking(false);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = pastedFile(event.clipboardData, words.picture);
    // A table that is copied comes as words and as a picture of them: the words are meant.
    if (!file || event.clipboardData.getData("text/plain").trim() !== "") return;
    event.preventDefault();
    event.stopPropagation();
    void get(props.take(file));
  };
  const Typed = props.tall ? Long : Line;

  return (
    <div className="evidence-input" onPaste={onPaste}>
      {value.file ? (
        <div className="field">
          <span className="label">{props.label}</span>
          <span className="chip file">
            <bdi>{value.file.name}</bdi>
            <span className="quiet">{props.bytes(value.file.bytes)}</span>
            <Press
              // The button that was pressed is gone: the focus stays at its place.
              autoFocus={chosen}
              className="chip-x"
              aria-label={`${words.remove}: ${value.file.name}`}
              onPress={() => {
                setChosen(true);
                onChange({ ...value, file: null });
              }}
            >
              <span className="cross" aria-hidden="true" />
            </Press>
          </span>
          {props.error && <span className="field-error">{props.error}</span>}
        </div>
      ) : (
        <div className="evidence-row">
          <Typed
            label={props.label}
            {...(props.hint ? { hint: props.hint } : {})}
            error={props.error}
            required={props.required ?? false}
            autoFocus={chosen || (props.autoFocus ?? false)}
            {...(props.tall ? { rows: 2 } : {})}
            value={value.words}
            onChange={(text: string) => onChange({ ...value, words: text })}
          />
          <Button isPending={taking} onPress={() => void get(props.choose())}>
            {taking ? props.takingLabel : props.chooseLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
