// Who answers for a commitment, and which recommendations it answers: the lead, a partner, a further answer.
import { useEdit } from "../../queries/door";
import { useActorItems, useRecommendationItems } from "../../queries/pickers";
import type { CommitmentPage, Role } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asPicked, asText, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { useWords } from "../../strings/words";

type Props = { page: CommitmentPage; today: string; onDone: () => void; onCancel: () => void };

export function LeadForm({ page, today, onDone, onCancel }: Props) {
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const lead = asPicked(values.lead);
    const done = await edit.attempt((run) =>
      run("SetLead", { commitment: page.id, actor: lead?.id ?? "none", on: orNull(values.on) }),
    );
    if (!done) return false;
    say(lead ? t("done.lead", { name: lead.name }) : t("done.noLead", { ref: page.ref }));
    onDone();
    return true;
  };
  return (
    <Form
      id={`lead ${page.id}`}
      title={t("lead.title")}
      submit={t("lead.submit")}
      initial={{ lead: page.lead, on: today }}
      fields={[
        {
          name: "lead",
          kind: "pick",
          label: t("commitment.lead"),
          hint: t("lead.hint"),
          useItems: useActorItems,
        },
        { name: "on", kind: "day", label: t("lead.on") },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={onCancel}
    />
  );
}

export function PartnerForm({ page, onDone, onCancel }: Props) {
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const actor = asPicked(values.actor);
    const done = await edit.attempt((run) =>
      run("AddPartner", { commitment: page.id, actor: actor?.id ?? "", role: asText(values.role) as Role }),
    );
    if (!done) return false;
    say(t("done.partner", { name: actor?.name ?? "" }));
    onDone();
    return true;
  };
  return (
    <Form
      id={`partner ${page.id}`}
      title={t("partner.title")}
      submit={t("form.add")}
      initial={{ actor: null, role: "supporting" }}
      fields={[
        { name: "actor", kind: "pick", label: t("partner.actor"), required: true, useItems: useActorItems },
        {
          name: "role",
          kind: "few",
          label: t("partner.role"),
          options: (["joint", "supporting"] as const).map((id) => ({ id, label: t(`role.${id}`) })),
        },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={onCancel}
    />
  );
}

export function AnswerForm({ page, onDone, onCancel }: Props) {
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const recommendation = asPicked(values.recommendation);
    const done = await edit.attempt((run) =>
      run("AddAnswer", { commitment: page.id, recommendation: recommendation?.id ?? "" }),
    );
    if (!done) return false;
    say(t("done.answer", { ref: page.ref, recommendation: recommendation?.ref ?? "" }));
    onDone();
    return true;
  };
  return (
    <Form
      id={`answer ${page.id}`}
      title={t("answer.title")}
      submit={t("form.add")}
      initial={{ recommendation: null }}
      fields={[
        {
          name: "recommendation",
          kind: "pick",
          label: t("commitment.answersWhich"),
          required: true,
          useItems: useRecommendationItems,
        },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={onCancel}
    />
  );
}
