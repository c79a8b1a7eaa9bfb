// Corrects an update that was logged; both texts stay in the history.
import { useAct } from "../../queries/act";
import { useActorItems } from "../../queries/pickers";
import type { CommitmentPage, Status, TimelineEntry } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asFlag, edited, type Values } from "../../shared/form/values";
import { useWords } from "../../strings/words";
import { obstacle, outlook } from "./update-fields";

type Done = { onDone: () => void; onCancel: () => void };

type Update = Extract<TimelineEntry, { type: "update" }>;

export function CorrectUpdateForm(props: Done & { page: CommitmentPage; update: Update }) {
  const { page, update } = props;
  const words = useWords();
  const { t } = words;
  const statuses = new Set<Status>([...(update.status ? [update.status] : []), ...page.next_statuses]);
  const initial: Values = {
    text: update.text,
    on: update.day,
    status: update.status ?? "",
    by: update.by,
    formal: update.formal,
    obstacle: update.obstacle ?? "",
    obstacle_kind: update.obstacle_kind ?? "",
    resources: update.resources ?? "",
    resources_asked: update.resources_asked ?? "",
    remedy: update.remedy ?? "",
    escalated_to: update.escalated_to,
    practice: update.practice ?? "",
    reach: update.reach ?? "",
    health: update.health ?? "",
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, { ...values, formal: asFlag(values.formal) }, (changed) =>
        run("EditUpdate", { update: update.id, ...changed }),
      ),
    said: () => t("done.corrected", { ref: update.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`correct ${update.id}`}
      title={t("update.correctTitle")}
      submit={t("form.save")}
      initial={initial}
      fields={(values) => [
        { name: "text", kind: "long", label: t("update.text"), required: true },
        { name: "on", kind: "day", label: t("update.on"), half: true, required: true },
        {
          name: "status",
          kind: "choice",
          label: t("update.status"),
          half: true,
          empty: t("timeline.unchanged"),
          options: [...statuses].map((id) => ({ id, label: t(`status.${id}`) })),
        },
        { name: "by", kind: "pick", label: t("update.by"), useItems: useActorItems, half: true },
        { name: "formal", kind: "check", label: t("update.isFormal"), half: true },
        ...outlook(words),
        ...obstacle(words, values),
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
