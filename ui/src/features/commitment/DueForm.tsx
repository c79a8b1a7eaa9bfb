// Changes when a commitment is due: the words as they were said, what they mean shown while one types, and why.
import { useAct } from "../../queries/act";
import { DueWords } from "../../queries/DueWords";
import type { CommitmentPage } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asText, orNull } from "../../shared/form/values";
import { Own } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export function DueForm(props: {
  page: CommitmentPage;
  today: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const act = useAct({
    send: (run, values) =>
      run("SetDue", {
        commitment: page.id,
        words: asText(values.words),
        reason: asText(values.reason),
        decider: orNull(values.decider),
        on: orNull(values.on),
      }),
    said: ({ due_by, stated }) =>
      due_by
        ? t("done.dueBy", { ref: page.ref, day: words.day(due_by) })
        : t("done.due", { ref: page.ref, stated }),
    onDone: () => props.onDone(),
  });
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
              hint={t("due.hint")}
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
      {...act}
      onCancel={props.onCancel}
    />
  );
}
