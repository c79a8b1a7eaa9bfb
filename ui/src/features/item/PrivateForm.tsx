// Keeps an item out of what is exported, with the reason, or lets it in again.
import { useAct } from "../../queries/act";
import { Form } from "../../shared/form/Form";
import { asFlag, orNull } from "../../shared/form/values";
import { useWords } from "../../strings/words";

export function PrivateForm(props: {
  item: { id: string; ref: string; private: boolean; private_why: string | null };
  onDone: () => void;
  onCancel: () => void;
}) {
  const { item } = props;
  const { t } = useWords();
  const act = useAct({
    send: (run, values) =>
      run("SetPrivate", {
        item: item.id,
        private: asFlag(values.private),
        reason: asFlag(values.private) ? orNull(values.reason) : null,
      }),
    said: (_, values) => t(asFlag(values.private) ? "done.private" : "done.notPrivate", { ref: item.ref }),
    onDone: () => props.onDone(),
  });
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
      {...act}
      onCancel={props.onCancel}
    />
  );
}
