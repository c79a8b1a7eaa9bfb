// Keeps an item out of what is exported, with the reason, or lets it in again.
import { useEdit } from "../../queries/door";
import { Form } from "../../shared/form/Form";
import { asFlag, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { useWords } from "../../strings/words";

export function PrivateForm(props: {
  item: { id: string; ref: string; private: boolean; private_why: string | null };
  onDone: () => void;
  onCancel: () => void;
}) {
  const { item } = props;
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const on = asFlag(values.private);
    const done = await edit.attempt((run) =>
      run("SetPrivate", { item: item.id, private: on, reason: on ? orNull(values.reason) : null }),
    );
    if (!done) return false;
    say(on ? t("done.private", { ref: item.ref }) : t("done.notPrivate", { ref: item.ref }));
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`private ${item.id}`}
      title={t("private.title")}
      submit={t("form.save")}
      initial={{ private: !item.private, reason: item.private_why ?? "" }}
      fields={(values) => [
        { name: "private", kind: "check", label: t("private.check"), hint: t("private.hint") },
        {
          name: "reason",
          kind: "text",
          label: t("private.why"),
          required: true,
          when: asFlag(values.private),
        },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}
