// Enters a source, and edits one.
import { useAct } from "../../queries/act";
import type { SourcePage, Standing } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import { asText, edited, orNull, orNumber, type Values } from "../../shared/form/values";
import { useWords, type Words } from "../../strings/words";

const standings: Standing[] = ["official", "partnership", "non_attributed"];

/** A new field of a source is one entry here. */
function details({ t }: Words): Field[] {
  return [
    { name: "title", kind: "text", label: t("source.title"), required: true },
    {
      name: "short",
      kind: "text",
      label: t("source.short"),
      hint: t("source.shortHint"),
      required: true,
      half: true,
    },
    { name: "symbol", kind: "text", label: t("source.symbol"), half: true },
    { name: "publisher", kind: "text", label: t("source.publisher"), half: true },
    {
      name: "published",
      kind: "text",
      label: t("source.published"),
      hint: t("source.publishedHint"),
      half: true,
    },
    {
      name: "language",
      kind: "text",
      label: t("source.language"),
      hint: t("source.languageHint"),
      half: true,
    },
    { name: "review_months", kind: "text", label: t("plain.field.months"), half: true },
    {
      name: "standing",
      kind: "choice",
      label: t("source.standing"),
      half: true,
      empty: t("form.notSaid"),
      options: standings.map((id) => ({ id, label: t(`standing.${id}`) })),
    },
  ];
}

type Done = { onDone: (id?: string) => void; onCancel: () => void };

export function AddSourceForm(props: Done) {
  const words = useWords();
  const { t } = words;
  const act = useAct({
    send: (run, values) =>
      run("AddSource", {
        title: asText(values.title),
        short: asText(values.short),
        publisher: orNull(values.publisher),
        symbol: orNull(values.symbol),
        published: orNull(values.published),
        language: orNull(values.language),
        standing: orNull(values.standing) as Standing | null,
        review_months: orNumber(values.review_months),
      }),
    said: ({ ref }) => t("done.added", { ref }),
    onDone: (made) => props.onDone(made?.id),
  });
  return (
    <Form
      id="new source"
      title={t("source.new")}
      submit={t("form.add")}
      initial={{
        title: "",
        short: "",
        publisher: "",
        symbol: "",
        published: "",
        language: "",
        standing: "",
        review_months: "",
      }}
      fields={details(words)}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditSourceForm(props: Done & { page: SourcePage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const initial: Values = {
    title: page.title,
    short: page.short,
    publisher: page.publisher ?? "",
    symbol: page.symbol ?? "",
    published: page.published ?? "",
    language: page.language ?? "",
    standing: page.standing ?? "",
    review_months: page.review_months === null ? "" : String(page.review_months),
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) => run("EditSource", { source: page.id, ...changed })),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("source.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={details(words)}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
