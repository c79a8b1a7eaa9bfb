// The inputs of a form, one component a kind, over React Aria. Each takes its label, hint, error, value and setter.
import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from "@internationalized/date";
import { useId } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Checkbox,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from "react-aria-components";
import { useWidgetWords } from "../words";

export type Common = {
  label: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
};
type Of<V> = Common & { value: V; onChange: (value: V) => void };

export function Below({ hint, error }: Pick<Common, "hint" | "error">) {
  return (
    <>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

export function FieldLabel({ label, required }: Pick<Common, "label" | "required">) {
  return (
    // The sign stands beside the label: in it, it would be read out with it ("As of star").
    <div className="label">
      <Label>{label}</Label>
      {required && (
        <span className="must" aria-hidden="true">
          *
        </span>
      )}
    </div>
  );
}

const state = (field: Common) => ({
  isInvalid: field.error !== undefined,
  isRequired: field.required ?? false,
  autoFocus: field.autoFocus ?? false,
  validationBehavior: "aria" as const,
});

export function Line(props: Of<string>) {
  return (
    <TextField className="field" value={props.value} onChange={props.onChange} {...state(props)}>
      <FieldLabel {...props} />
      <Input className="input" dir="auto" />
      <Below {...props} />
    </TextField>
  );
}

export function Long(props: Of<string> & { rows?: number }) {
  return (
    <TextField className="field" value={props.value} onChange={props.onChange} {...state(props)}>
      <FieldLabel {...props} />
      <TextArea className="input long" dir="auto" rows={props.rows ?? 4} />
      <Below {...props} />
    </TextField>
  );
}

/** A day as "YYYY-MM-DD", or "" for none. */
export function Day(props: Of<string>) {
  const words = useWidgetWords();
  let value: CalendarDate | null = null;
  try {
    value = props.value === "" ? null : parseDate(props.value);
  } catch {
    value = null;
  }
  return (
    <DatePicker
      className="field"
      value={value}
      onChange={(day) =>
        props.onChange(day === null ? "" : toCalendar(day, new GregorianCalendar()).toString())
      }
      shouldForceLeadingZeros
      {...state(props)}
    >
      <FieldLabel {...props} />
      <Group className="input day">
        <DateInput className="day-input">
          {(segment) => <DateSegment segment={segment} className="day-segment" />}
        </DateInput>
        <Button className="input-button" aria-label={words.calendar}>
          <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
            <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5" />
          </svg>
        </Button>
      </Group>
      <Below {...props} />
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

export function Month(props: { value?: string; onChange?: (day: string) => void }) {
  const own =
    props.onChange === undefined
      ? {}
      : {
          value: props.value ? parseDate(props.value) : null,
          onChange: (day: CalendarDate) =>
            props.onChange?.(toCalendar(day, new GregorianCalendar()).toString()),
        };
  return (
    <Calendar className="calendar" {...own}>
      <header>
        <Button slot="previous" className="btn plain">
          <span className="chevron back" aria-hidden="true" />
        </Button>
        <Heading level={2} />
        <Button slot="next" className="btn plain">
          <span className="chevron" aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid>
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

export type Option = { id: string; label: string };

/** Instead of a name of two pieces, the value and the label: of those Orca says the first alone. */
const ONE_NAME = { "aria-labelledby": "" };

/** One of several; "" is the empty choice where `empty` names it. */
export function Choice(props: Of<string> & { options: readonly Option[]; empty?: string }) {
  const options =
    props.empty === undefined ? props.options : [{ id: "", label: props.empty }, ...props.options];
  const words = useWidgetWords();
  const chosen = options.find(({ id }) => id === props.value);
  return (
    <Select
      className="field"
      placeholder={words.choose}
      selectedKey={props.value === "" ? (props.empty === undefined ? null : "#") : props.value}
      onSelectionChange={(key) => props.onChange(key === null || key === "#" ? "" : String(key))}
      {...state(props)}
    >
      <FieldLabel {...props} />
      <Button
        className="input choice"
        {...ONE_NAME}
        aria-label={`${props.label}: ${chosen?.label ?? words.choose}`}
      >
        <SelectValue className="choice-value" />
        <span className="caret" aria-hidden="true" />
      </Button>
      <Below {...props} />
      <Popover className="popover fit">
        <ListBox className="menu" items={options}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id === "" ? "#" : option.id}
              textValue={option.label}
              className="menu-item"
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

export function Few(props: Of<string> & { options: readonly Option[] }) {
  return (
    <RadioGroup
      className="field few"
      value={props.value}
      onChange={props.onChange}
      orientation="horizontal"
      isInvalid={props.error !== undefined}
      isRequired={props.required ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <div className="few-options">
        {props.options.map((option, i) => (
          <Radio
            key={option.id}
            value={option.id}
            className="few-option"
            autoFocus={
              Boolean(props.autoFocus) && (props.value === option.id || (props.value === "" && i === 0))
            }
          >
            {option.label}
          </Radio>
        ))}
      </div>
      <Below {...props} />
    </RadioGroup>
  );
}

export function Check(props: Of<boolean>) {
  const id = useId();
  return (
    <div className="field">
      <Checkbox
        className="check"
        isInvalid={props.error !== undefined}
        {...(props.error === undefined ? {} : { "aria-describedby": id })}
        isSelected={props.value}
        onChange={props.onChange}
        autoFocus={props.autoFocus ?? false}
      >
        <span className="check-box" aria-hidden="true">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2.5 6.3 2.4 2.4 4.6-5.2" />
          </svg>
        </span>
        {props.label}
      </Checkbox>
      {props.hint && <span className="hint">{props.hint}</span>}
      {props.error !== undefined && (
        <span id={id} className="field-error">
          {props.error}
        </span>
      )}
    </div>
  );
}
