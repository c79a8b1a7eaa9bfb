// Changes when a commitment is due: the words as they were said, what they mean shown while one types, and why.
import { useAsk, useEdit } from "../../queries/door";
import { useLater } from "../../queries/search";
import type { CommitmentPage } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { Line } from "../../shared/form/fields";
import { asText, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { Own } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

/** The words of a due, with what they mean. */
export function DueWords(props: {
  label: string;
  value: string;
  onChange: (words: string) => void;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
}) {
  const { t } = useWords();
  const typed = useLater(props.value.trim(), 200);
  const read = useAsk("ReadDue", { words: typed }, { when: typed !== "", keep: true });
  return (
    <div>
      <Line
        label={props.label}
        hint={t("due.hint")}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
        required={props.required ?? false}
        autoFocus={props.autoFocus ?? false}
      />
      <p className="understood" role="status" data-refused={typed !== "" && read.isError}>
        {typed !== "" && (read.error ? <Own>{read.error.message}</Own> : <Own>{read.data?.understood}</Own>)}
      </p>
    </div>
  );
}

export function DueForm(props: {
  page: CommitmentPage;
  today: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const save = async (values: Values) => {
    const done = await edit.attempt((run) =>
      run("SetDue", {
        commitment: page.id,
        words: asText(values.words),
        reason: asText(values.reason),
        decider: orNull(values.decider),
        on: orNull(values.on),
      }),
    );
    if (!done) return false;
    say(
      done.reply.due_by
        ? t("done.dueBy", { ref: page.ref, day: words.day(done.reply.due_by) })
        : t("done.due", { ref: page.ref, stated: done.reply.stated }),
    );
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`due ${page.id}`}
      title={t("due.title")}
      intro={
        page.due && (
          <p className="form-intro">
            {t("due.now")} <Own>{words.due(page.due)}</Own>
          </p>
        )
      }
      submit={t("due.submit")}
      initial={{ words: "", reason: "", decider: "", on: props.today }}
      fields={[
        {
          name: "words",
          kind: "own",
          label: t("due.words"),
          required: true,
          render: (own) => (
            <DueWords
              label={t("due.words")}
              required
              value={asText(own.value)}
              onChange={own.onChange}
              error={own.error}
              autoFocus={own.autoFocus}
            />
          ),
        },
        { name: "reason", kind: "long", label: t("due.reason"), rows: 2, required: true },
        { name: "decider", kind: "text", label: t("due.decider"), half: true },
        { name: "on", kind: "day", label: t("due.decidedOn"), half: true },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}
