// The form of a command of the table: what it asks, whom it is about, what it says when it is done.
import { type ReactNode, useMemo, useState } from "react";
import { useAct } from "../../queries/act";
import { DueWords } from "../../queries/DueWords";
import { useEdit } from "../../queries/door";
import { pickers } from "../../queries/pickers";
import type { Args, EditName, ItemPage, Outcome } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import { asText, changes, type FieldValue, same, type Values } from "../../shared/form/values";
import { lists } from "../../strings/lists";
import { useWords, type Words } from "../../strings/words";
import { argument, emptyOf, type PlainField } from "./fields";
import { commandOf, entryOf, type PlainName } from "./forms";
import { plainTitle } from "./title";

type Props = {
  command: PlainName;
  page: ItemPage | undefined;
  today: string;
  /** Arguments that are given already. */
  fill?: Values | undefined;
  onDone: (id?: string) => void;
  onCancel: () => void;
};

type T = Words["t"];
/** A word whose key is made up: the test of the table holds that it is there. */
const word = (t: T, key: string) => t(key as "plain.which");
const perhaps = (t: T, key: string) => (t.has(key as "plain.which") ? word(t, key) : undefined);

/** A draft belongs to what was given: one of another list would change other items than those on the screen. */
const startOf = (fill: Values | undefined) => (fill ? JSON.stringify(fill) : "");

export function PlainForm(props: Props) {
  const { command, page, fill } = props;
  const { t } = useWords();
  const { row } = entryOf(command);
  const rows = row && page ? row.of(page) : [];
  const given = row ? asText(fill?.[row.arg]) : "";
  const [chosen, setChosen] = useState(given || (rows.length === 1 ? (rows[0]?.id ?? "") : ""));
  if (row && chosen === "") {
    return (
      <Form
        id={`${command} which ${page?.id}`}
        title={plainTitle(t, command)}
        submit={t("plain.continue")}
        initial={{ row: "" }}
        fields={[
          { name: "row", kind: "choice", label: t("plain.which"), required: true, options: [...rows] },
        ]}
        busy={false}
        onSubmit={async (values) => {
          setChosen(asText(values.row));
          return true;
        }}
        onCancel={props.onCancel}
      />
    );
  }
  return <OfRow key={`${chosen} ${startOf(fill)}`} {...props} row={chosen} />;
}

function OfRow(props: Props & { row: string }) {
  const { command, page, fill, today } = props;
  const words = useWords();
  const { t } = words;
  const entry = entryOf(command);
  const table = entry.fields as Record<string, PlainField>;
  const row = page && entry.row?.of(page).find((one) => one.id === props.row);
  const initial = useMemo(() => {
    const before = { ...(page && entry.edits?.(page)), ...row?.values };
    return Object.fromEntries(
      Object.entries(table).map(([name, field]): [string, FieldValue] => {
        const from = typeof field.start === "function" ? field.start(page) : field.start;
        const start = from === "today" ? today : from;
        return [name, fill?.[name] ?? before[name] ?? start ?? emptyOf(field)];
      }),
    );
  }, [table, page, entry, row, fill, today]);
  const editing = entry.edits !== undefined || row?.values !== undefined;
  const given = Object.fromEntries(
    Object.entries(fill ?? {})
      .filter(([name]) => !(name in table) && name !== entry.row?.arg)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map((one) => one.id) : value]),
  );

  const changed = (values: Values) => {
    const all = changes(initial, values);
    for (const [name, field] of Object.entries(table))
      if (
        !same(initial[name], values[name]) &&
        (field.kind === "picks" || field.kind === "lines" || field.kind === "number")
      )
        Object.assign(all, { [name]: argument(field, values[name]) });
    return all;
  };
  const args = (values: Values): object => ({
    ...entry.always,
    ...(entry.of && page ? { [entry.of]: page.id } : {}),
    ...(entry.row ? { [entry.row.arg]: props.row } : {}),
    ...given,
    ...(editing
      ? changed(values)
      : Object.fromEntries(
          Object.entries(table).map(([name, field]) => [name, argument(field, values[name])]),
        )),
  });

  const act = useAct<unknown>({
    send: (run, values) => {
      if (editing && Object.keys(changed(values)).length === 0) return null;
      const all = { ...args(values), ...entry.preview?.sure };
      return run(commandOf(command), all as unknown as Args<EditName>) as Promise<Outcome<unknown>>;
    },
    said: (reply) =>
      hasRef(reply) && reply.ref !== ""
        ? t("plain.doneRef", { what: plainTitle(t, command), ref: reply.ref })
        : t("plain.done", { what: plainTitle(t, command) }),
    onDone: (reply) => props.onDone(entry.opens && hasRef(reply) ? reply.id : undefined),
  });

  const look = useEdit();
  const [looked, setLooked] = useState(false);
  const [seen, setSeen] = useState<{ of: Values; told: ReactNode } | null>(null);
  const { preview } = entry;
  const isSeen = (values: Values) => seen !== null && same(seen.of, values);
  /** The first time it only asks; what was changed since is asked again. */
  const onSubmit = async (values: Values) => {
    const asks = preview !== undefined && !isSeen(values);
    setLooked(asks);
    if (!asks) return act.onSubmit(values);
    const reply = await look.attempt((run) => preview.ask(run, args(values)));
    setSeen(reply === undefined ? null : { of: values, told: preview.tell(reply, words) });
    return false;
  };

  const intro = [row?.label, perhaps(t, `plain.intro.${command}`)].filter(Boolean);
  return (
    <Form
      id={`${command} ${page?.id ?? ""} ${props.row} ${startOf(fill)}`}
      title={plainTitle(t, command)}
      intro={intro.map((line) => (
        <p key={line} className="form-intro" dir="auto">
          {line}
        </p>
      ))}
      told={(values) => (
        <div className={isSeen(values) ? "form-told" : ""} role="status">
          {isSeen(values) && seen?.told}
        </div>
      )}
      submit={(values) => (preview ? t(isSeen(values) ? "plain.confirm" : "plain.preview") : t("form.save"))}
      initial={initial}
      fields={Object.entries(table).map(([name, field]) => asField(words, name, field))}
      busy={act.busy || look.busy}
      refusal={looked ? look.refusal : act.refusal}
      onSubmit={onSubmit}
      onCancel={props.onCancel}
    />
  );
}

function hasRef(reply: unknown): reply is { id: string; ref: string } {
  return typeof reply === "object" && reply !== null && "ref" in reply && "id" in reply;
}

function asField(words: Words, name: string, field: PlainField): Field {
  const { t } = words;
  const key = field.label ?? name;
  const label = word(t, `plain.field.${key}`);
  const common = {
    name,
    label,
    hint: perhaps(t, `plain.hint.${key}`),
    required: field.required ?? false,
    half: !field.wide,
  };
  switch (field.kind) {
    case "one":
    case "few": {
      const options = lists[field.list].map((id) => ({ id, label: word(t, `${field.list}.${id}`) }));
      if (field.kind === "few") return { ...common, kind: "few", options };
      return {
        ...common,
        kind: "choice",
        options,
        ...(field.required ? {} : { empty: t("form.notSaid") }),
      };
    }
    case "yesNo": {
      const options = lists.yesNo.map((id) => ({ id, label: t(`yesNo.${id}`) }));
      return { ...common, kind: "choice", options, empty: t("form.notSaid") };
    }
    case "pick":
    case "picks":
      return { ...common, kind: field.kind, useItems: pickers[field.of] };
    case "lines":
      return { ...common, kind: "long", rows: 3 };
    case "long":
      return { ...common, kind: "long", rows: 3 };
    case "number":
      return { ...common, kind: "text" };
    case "due":
      return {
        ...common,
        kind: "own",
        render: (own) => (
          <DueWords
            label={label}
            hint={t("due.hint")}
            required={common.required}
            value={asText(own.value)}
            onChange={own.onChange}
            error={own.error}
            autoFocus={own.autoFocus}
          />
        ),
      };
    default:
      return { ...common, kind: field.kind };
  }
}
