// Enters a source, and edits one.
import { useEdit } from "../../queries/door";
import type { SourcePage, Standing } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import { asText, changes, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
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
  const edit = useEdit();
  const save = async (values: Values) => {
    const done = await edit.attempt((run) =>
      run("AddSource", {
        title: asText(values.title),
        short: asText(values.short),
        publisher: orNull(values.publisher),
        symbol: orNull(values.symbol),
        published: orNull(values.published),
        language: orNull(values.language),
        standing: orNull(values.standing) as Standing | null,
      }),
    );
    if (!done) return false;
    say(t("done.added", { ref: done.reply.ref }));
    props.onDone(done.reply.id);
    return true;
  };
  return (
    <Form
      id="new source"
      title={t("source.new")}
      submit={t("form.add")}
      initial={{ title: "", short: "", publisher: "", symbol: "", published: "", language: "", standing: "" }}
      fields={details(words)}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}

export function EditSourceForm(props: Done & { page: SourcePage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const initial: Values = {
    title: page.title,
    short: page.short,
    publisher: page.publisher ?? "",
    symbol: page.symbol ?? "",
    published: page.published ?? "",
    language: page.language ?? "",
    standing: page.standing ?? "",
  };
  const save = async (values: Values) => {
    const changed = changes(initial, values);
    if (Object.keys(changed).length > 0) {
      if (!(await edit.attempt((run) => run("EditSource", { source: page.id, ...changed })))) return false;
      say(t("done.edited", { ref: page.ref }));
    }
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("source.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={details(words)}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}
