// Who answers for a commitment from a day on.
import { useAct } from "../../queries/act";
import { useActorItems } from "../../queries/pickers";
import type { CommitmentPage } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asPicked, orNull } from "../../shared/form/values";
import { useWords } from "../../strings/words";

type Props = { page: CommitmentPage; today: string; onDone: () => void; onCancel: () => void };

export function LeadForm({ page, today, onDone, onCancel }: Props) {
  const { t } = useWords();
  const act = useAct({
    send: (run, values) =>
      run("SetLead", {
        commitment: page.id,
        actor: asPicked(values.lead)?.id ?? "none",
        on: orNull(values.on),
      }),
    said: (_, values) => {
      const lead = asPicked(values.lead);
      return lead ? t("done.lead", { name: lead.name }) : t("done.noLead", { ref: page.ref });
    },
    onDone: () => onDone(),
  });
  return (
    <Form
      id={`lead ${page.id}`}
      title={t("lead.title")}
      submit={t("lead.submit")}
      initial={{ lead: page.lead, on: today }}
      fields={[
        {
          name: "lead",
          also: ["actor"],
          kind: "pick",
          label: t("commitment.lead"),
          hint: t("lead.hint"),
          useItems: useActorItems,
        },
        { name: "on", kind: "day", label: t("lead.on") },
      ]}
      {...act}
      onCancel={onCancel}
    />
  );
}
