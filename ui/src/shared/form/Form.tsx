// A form from a table of fields. Shows a refusal beside the fields and loses nothing that was typed: values are kept as a
// draft under `id` until they are saved. It does not know what it saves.
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../ui/Button";
import { Problem } from "../ui/bits";
import { useWidgetWords } from "../words";
import { Check, Choice, Day, Few, Line, Long, type Option } from "./fields";
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
  refusal?: string | undefined;
  onSubmit: (values: Values) => Promise<boolean>;
  onCancel: () => void;
};

/** Which heading a form has: the third on the page of an item, the second where it stands alone. */
export const FormHeading = createContext<"h2" | "h3">("h3");

export function Form(props: FormProps) {
  const words = useWidgetWords();
  const Title = useContext(FormHeading);
  const [values, setValues] = useState<Values>(() => ({ ...props.initial, ...draftOf(props.id) }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [round, setRound] = useState(0);
  const [restored, setRestored] = useState(() => draftOf(props.id) !== undefined);
  const form = useRef<HTMLFormElement>(null);

  const fields = (typeof props.fields === "function" ? props.fields(values) : props.fields).filter(
    (field) => field.when ?? true,
  );
  const set = (name: string, value: FieldValue) => {
    setValues((before) => {
      const after = { ...before, [name]: value };
      const untouched = Object.keys(after).every((one) => same(after[one], props.initial[one]));
      if (untouched) dropDraft(props.id);
      else keepDraft(props.id, after);
      return after;
    });
    setErrors(({ [name]: _, ...others }) => others);
  };

  const save = async () => {
    if (props.busy) return;
    const missing = fields.filter((field) => field.required && isEmpty(values[field.name]));
    if (missing.length > 0) {
      setErrors(Object.fromEntries(missing.map((field) => [field.name, words.required])));
      return;
    }
    if (await props.onSubmit(values)) dropDraft(props.id);
  };

  useEffect(() => {
    const element = form.current;
    element?.scrollIntoView({ block: "start" });
    if (!element?.contains(document.activeElement))
      element?.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }, []);

  // The first field that wants something takes the focus.
  const wrong = Object.keys(errors).join();
  useEffect(() => {
    if (wrong !== "")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input")?.focus();
  }, [wrong]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // Else a button that has the focus is pressed too.
      event.stopPropagation();
      void save();
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
          {words.draft}{" "}
          <Button weight="plain" small onPress={discard}>
            {words.discard}
          </Button>
        </p>
      )}
      <Problem message={props.refusal} />
      <div className="form-fields" key={round}>
        {fields.map((field, i) => (
          <div key={field.name} className={field.half ? "half" : "whole"}>
            <OneField
              field={field}
              value={values[field.name] ?? null}
              onChange={(value) => set(field.name, value)}
              error={errors[field.name]}
              autoFocus={i === 0}
            />
          </div>
        ))}
      </div>
      {props.told?.(values)}
      <div className="form-acts">
        <Button type="submit" weight="main" stroke="mod+enter" isPending={props.busy}>
          {props.busy ? words.saving : typeof props.submit === "string" ? props.submit : props.submit(values)}
        </Button>
        <Button weight="plain" stroke="escape" onPress={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

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
