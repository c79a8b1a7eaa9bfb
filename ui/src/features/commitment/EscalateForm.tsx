// Takes a commitment up with somebody who can move it: an update that says to whom, and what stands in the way.
import { useAct } from "../../queries/act";
import { useActorItems } from "../../queries/pickers";
import type { CommitmentPage, ObstacleKind } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asPicked, asText, orNull } from "../../shared/form/values";
import { lists } from "../../strings/lists";
import { useWords } from "../../strings/words";

export function EscalateForm(props: {
  page: CommitmentPage;
  today: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { page } = props;
  const { t } = useWords();
  const act = useAct({
    send: (run, values) =>
      run("LogUpdate", {
        commitment: page.id,
        text: asText(values.text),
        on: orNull(values.on),
        escalated_to: asPicked(values.to)?.id ?? null,
        obstacle: orNull(values.obstacle),
        obstacle_kind: orNull(values.obstacle_kind) as ObstacleKind | null,
      }),
    said: (_, values) => t("done.escalated", { ref: page.ref, name: asPicked(values.to)?.name ?? "" }),
    onDone: props.onDone,
  });
  return (
    <Form
      id={`escalate ${page.id}`}
      title={t("escalate.title")}
      submit={t("escalate.submit")}
      initial={{ to: null, text: "", obstacle: "", obstacle_kind: "", on: props.today }}
      fields={(values) => [
        {
          name: "to",
          also: ["escalated_to"],
          kind: "pick",
          label: t("escalate.to"),
          required: true,
          useItems: useActorItems,
        },
        { name: "text", kind: "long", rows: 3, label: t("escalate.text"), required: true },
        { name: "obstacle", kind: "text", label: t("update.obstacle") },
        {
          name: "obstacle_kind",
          kind: "choice",
          label: t("update.obstacleKind"),
          half: true,
          when: asText(values.obstacle).trim() !== "",
          empty: t("form.notSaid"),
          options: lists.obstacleKind.map((id) => ({ id, label: t(`obstacleKind.${id}`) })),
        },
        { name: "on", kind: "day", label: t("escalate.on"), half: true },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
