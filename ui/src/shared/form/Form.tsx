// A form from a table of fields. Shows a refusal beside the fields and loses nothing that was typed: values are kept as a
// draft under `id` until they are saved. It does not know what it saves.
import {
  type FormEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { dropHeld, useAwaited } from "../keys/held";
import { matches } from "../keys/keys";
import { say } from "../ui/announce";
import { Button } from "../ui/Button";
import { Problem } from "../ui/bits";
import { useWidgetWords } from "../words";
import { Check, Choice, Day, Few, Line, Long, type Option } from "./fields";
import { FormHeading } from "./heading";
import { Pick, Picks, type UseItems } from "./Pick";
import {
  asFlag,
  asPicked,
  asPicks,
  asText,
  draftOf,
  dropDraft,
  type FieldValue,
  isEmpty,
  keepDraft,
  lostFiles,
  same,
  type Values,
} from "./values";

type Named = {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean;
  half?: boolean;
  when?: boolean;
  /** Stands under "More", which is open where something was said in it. */
  more?: boolean;
  /** What a refusal may call it besides its name. */
  also?: readonly string[];
};
export type Field = Named &
  (
    | { kind: "text" | "day" | "check" }
    | { kind: "long"; rows?: number }
    | { kind: "choice"; options: readonly Option[]; empty?: string }
    | { kind: "few"; options: readonly Option[] }
    | { kind: "pick" | "picks"; useItems: UseItems }
    | {
        kind: "own";
        render: (own: {
          value: FieldValue;
          onChange: (value: FieldValue) => void;
          error: string | undefined;
          autoFocus: boolean;
        }) => ReactNode;
      }
  );

/** What was refused: a sentence, and the field that it is about, if it is about one. */
export type Refused = { message: string; field?: string | undefined };

export type FormProps = {
  /** Under this name the draft is kept: the act and the item. */
  id: string;
  title: string;
  intro?: ReactNode;
  /** What would come of it, above the buttons. */
  told?: (values: Values) => ReactNode;
  fields: readonly Field[] | ((values: Values) => readonly Field[]);
  initial: Values;
  submit: string | ((values: Values) => string);
  busy: boolean;
  refusal?: Refused | null | undefined;
  /** `again`: saved in order to go on with the next. */
  onSubmit: (values: Values, again: boolean) => Promise<boolean>;
  /** What was taken last, for one press: its words and its values. */
  last?: { label: string; values: Values } | null;
  /** Saves and goes on: the words of its button. */
  again?: string;
  onCancel: () => void;
};

/** Fills in what was taken last; the same key as in a table. */
const LAST = "mod+d";

/** What of a field takes the focus. */
const FOCUSED =
  "[aria-invalid=true], input:not([tabindex='-1']), textarea, button:not([tabindex='-1']), [role=spinbutton]";

export function Form(props: FormProps) {
  const words = useWidgetWords();
  const Title = useContext(FormHeading);
  const [values, setValues] = useState<Values>(() => ({ ...props.initial, ...draftOf(props.id) }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [sought, setSought] = useState(0);
  const [round, setRound] = useState(0);
  const [restored, setRestored] = useState(() => draftOf(props.id) !== undefined);
  const [lost] = useState(() => lostFiles(props.id));
  const form = useRef<HTMLFormElement>(null);

  const fields = (typeof props.fields === "function" ? props.fields(values) : props.fields).filter(
    (field) => field.when ?? true,
  );
  const { refusal } = props;
  const about = refusal?.field;
  const refused =
    about === undefined
      ? undefined
      : fields.find((field) => field.name === about || field.also?.includes(about));
  const now = useRef(props);
  now.current = props;
  const set = useCallback((name: string, value: FieldValue) => {
    setValues((before) => {
      const { id, initial } = now.current;
      const after = { ...before, [name]: value };
      const untouched = Object.keys(after).every((one) => same(after[one], initial[one]));
      if (untouched) dropDraft(id);
      else keepDraft(id, after);
      return after;
    });
    setErrors(({ [name]: _, ...others }) => others);
  }, []);

  // Once it is sent one is done with it: what is pressed now is for what comes after. A refusal needs reading first.
  useAwaited(props.busy);
  useEffect(() => {
    if (refusal) dropHeld();
  }, [refusal]);

  const takeLast = () => {
    if (!props.last) return;
    const after = { ...values, ...props.last.values };
    setValues(after);
    keepDraft(props.id, after);
    setRound(round + 1);
  };
  // The fields were made anew: one goes on typing where one was, at the end of the words.
  useEffect(() => {
    const at = document.activeElement;
    if (round > 0 && at instanceof HTMLTextAreaElement)
      at.setSelectionRange(at.value.length, at.value.length);
  }, [round]);

  const save = async (again = false) => {
    if (props.busy) return;
    const missing = fields.filter((field) => field.required && isEmpty(values[field.name]));
    if (missing.length > 0) {
      setErrors(Object.fromEntries(missing.map((field) => [field.name, words.required])));
      setSought((times) => times + 1);
      return;
    }
    if (await props.onSubmit(values, again)) dropDraft(props.id);
  };

  useEffect(() => {
    const element = form.current;
    element?.scrollIntoView({ block: "start" });
    const first = (within: string) =>
      element?.querySelector<HTMLElement>(`${within} :is(input, textarea, button)`);
    if (!element?.contains(document.activeElement)) (first(".form-fields") ?? first(""))?.focus();
  }, []);

  // The first field that wants something takes the focus, each time that it is said.
  useEffect(() => {
    if (sought === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>("[data-wrong]");
    // Under "More" it may be folded away.
    const folded = wrong?.closest("details");
    if (folded) folded.open = true;
    const target = wrong?.querySelector<HTMLElement>(FOCUSED);
    // The focus says it where it comes to; where it is already, nothing would be read out.
    if (target && target === document.activeElement)
      say(wrong?.querySelector(".field-error")?.textContent ?? "");
    target?.focus();
  }, [sought]);

  // Said at its field; typing there takes it away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, not when fields come and go.
  useEffect(() => {
    if (!refusal || !refused) return;
    setErrors({ [refused.name]: refusal.message });
    setSought((times) => times + 1);
  }, [refusal]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // Else a button that has the focus is pressed too.
      event.stopPropagation();
      void save(event.shiftKey && props.again !== undefined);
    } else if (props.last && matches(event.nativeEvent, LAST)) {
      event.preventDefault();
      event.stopPropagation();
      takeLast();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const discard = () => {
    dropDraft(props.id);
    setValues(props.initial);
    setRestored(false);
    setRound(round + 1);
  };

  const further = fields.filter((field) => field.more);
  const [openMore, setOpenMore] = useState(() =>
    further.some((field) => !same(values[field.name], props.initial[field.name])),
  );
  const one = (field: Field) => (
    <Placed
      key={field.name}
      field={field}
      value={values[field.name] ?? null}
      set={set}
      error={errors[field.name]}
      autoFocus={field === fields[0]}
    />
  );

  return (
    <form
      ref={form}
      className="form"
      onSubmit={onSubmit}
      onKeyDownCapture={onKeyDown}
      aria-label={props.title}
      noValidate
    >
      <Title className="form-title">{props.title}</Title>
      {props.intro}
      {restored && (
        <p className="form-draft">
          {words.draft} {lost.length > 0 && words.draftLost(lost.join(", "))}{" "}
          <Button weight="plain" small onPress={discard}>
            {words.discard}
          </Button>
        </p>
      )}
      <Problem message={refused ? undefined : refusal?.message} />
      {props.last && (
        <p className="form-last">
          <Button small stroke={LAST} onPress={takeLast}>
            {props.last.label}
          </Button>
        </p>
      )}
      <div className="form-fields" key={round}>
        {fields.filter((field) => !field.more).map(one)}
      </div>
      {further.length > 0 && (
        <details
          className="form-more"
          open={openMore}
          onToggle={(event) => setOpenMore(event.currentTarget.open)}
        >
          <summary>{words.more}</summary>
          <div className="form-fields" key={round}>
            {further.map(one)}
          </div>
        </details>
      )}
      {props.told?.(values)}
      <div className="form-acts">
        <Button type="submit" weight="main" stroke="mod+enter" isPending={props.busy}>
          {props.busy ? words.saving : typeof props.submit === "string" ? props.submit : props.submit(values)}
        </Button>
        {props.again && (
          <Button stroke="mod+shift+enter" onPress={() => void save(true)}>
            {props.again}
          </Button>
        )}
        <Button weight="plain" stroke="escape" onPress={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

type PlacedProps = {
  field: Field;
  value: FieldValue;
  set: (name: string, value: FieldValue) => void;
  error: string | undefined;
  autoFocus: boolean;
};

/** Its options are made anew at each letter, and are the same; what a field of one's own draws may not be. */
const sameField = (a: Field, b: Field) =>
  a.kind !== "own" &&
  JSON.stringify(a) === JSON.stringify(b) &&
  ("useItems" in a && "useItems" in b ? a.useItems === b.useItems : true);

/** A field at its place in the form. Drawn again only where something of it is another, and not at each letter in one of them. */
const Placed = memo(
  function Placed({ field, set, ...props }: PlacedProps) {
    return (
      <div
        className={field.half ? "half" : "whole"}
        data-field={field.name}
        data-wrong={props.error === undefined ? undefined : ""}
      >
        <OneField field={field} onChange={(value) => set(field.name, value)} {...props} />
      </div>
    );
  },
  (a, b) =>
    sameField(a.field, b.field) &&
    a.value === b.value &&
    a.error === b.error &&
    a.autoFocus === b.autoFocus &&
    a.set === b.set,
);

/** One field of a table of fields, on its own. */
export function OneField(props: {
  field: Field;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  error: string | undefined;
  autoFocus: boolean;
}) {
  const { field, value, onChange, error, autoFocus } = props;
  const common = {
    label: field.label,
    required: field.required ?? false,
    error,
    autoFocus,
    ...(field.hint ? { hint: field.hint } : {}),
  };
  switch (field.kind) {
    case "text":
      return <Line {...common} value={asText(value)} onChange={onChange} />;
    case "long":
      return <Long {...common} rows={field.rows ?? 4} value={asText(value)} onChange={onChange} />;
    case "day":
      return <Day {...common} value={asText(value)} onChange={onChange} />;
    case "check":
      return <Check {...common} value={asFlag(value)} onChange={onChange} />;
    case "choice":
      return (
        <Choice
          {...common}
          options={field.options}
          {...(field.empty === undefined ? {} : { empty: field.empty })}
          value={asText(value)}
          onChange={onChange}
        />
      );
    case "few":
      return <Few {...common} options={field.options} value={asText(value)} onChange={onChange} />;
    case "pick":
      return <Pick {...common} useItems={field.useItems} value={asPicked(value)} onChange={onChange} />;
    case "picks":
      return <Picks {...common} useItems={field.useItems} value={asPicks(value)} onChange={onChange} />;
    case "own":
      return field.render({ value, onChange, error, autoFocus });
  }
}
