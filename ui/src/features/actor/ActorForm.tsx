// Enters an actor, and edits one.
import { useAct } from "../../queries/act";
import { useActorItems } from "../../queries/pickers";
import type { ActorKind, ActorPage, Level } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import { asPicked, asText, edited, orNull, type Values } from "../../shared/form/values";
import { useWords, type Words } from "../../strings/words";

export const actorKinds: ActorKind[] = [
  "organ",
  "department",
  "office",
  "mission",
  "role",
  "state",
  "class_of_states",
  "regional_body",
  "agency",
  "think_tank",
  "civil_society",
  "group",
];
const levels: Level[] = ["headquarters", "field", "capital"];

/** Fields that entering and editing share: a new field of an actor is one entry here. */
function details({ t }: Words): Field[] {
  return [
    { name: "name", kind: "text", label: t("actor.name"), hint: t("actor.nameHint"), required: true },
    { name: "short", kind: "text", label: t("actor.short"), half: true },
    {
      name: "kind",
      kind: "choice",
      label: t("actor.kind"),
      half: true,
      options: actorKinds.map((id) => ({ id, label: t(`actorKind.${id}`) })),
    },
    {
      name: "level",
      kind: "choice",
      label: t("actor.level"),
      half: true,
      empty: t("form.notSaid"),
      options: levels.map((id) => ({ id, label: t(`actorLevel.${id}`) })),
    },
    { name: "parent", kind: "pick", label: t("actor.parent"), useItems: useActorItems, half: true },
    { name: "contact", kind: "text", label: t("actor.contact"), hint: t("actor.contactHint"), half: true },
  ];
}

type Done = { onDone: (id?: string) => void; onCancel: () => void };

export function AddActorForm(props: Done) {
  const words = useWords();
  const { t } = words;
  const act = useAct({
    send: (run, values) =>
      run("AddActor", {
        name: asText(values.name),
        short: orNull(values.short),
        kind: orNull(values.kind) as ActorKind | null,
        level: orNull(values.level) as Level | null,
        parent: asPicked(values.parent)?.id ?? null,
        contact: orNull(values.contact),
        alias: asText(values.aliases)
          .split(/[;\n]/)
          .map((alias) => alias.trim())
          .filter((alias) => alias !== ""),
      }),
    said: ({ ref }) => t("done.added", { ref }),
    onDone: (made) => props.onDone(made?.id),
  });
  return (
    <Form
      id="new actor"
      title={t("actor.new")}
      submit={t("form.add")}
      initial={{
        name: "",
        short: "",
        kind: "department",
        level: "",
        parent: null,
        contact: "",
        review_months: "",
        aliases: "",
      }}
      fields={[
        ...details(words),
        {
          name: "aliases",
          also: ["alias"],
          kind: "text",
          label: t("actor.aliases"),
          hint: t("actor.aliasesHint"),
        },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditActorForm(props: Done & { page: ActorPage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const initial: Values = {
    name: page.name,
    short: page.short ?? "",
    kind: page.kind,
    level: page.level ?? "",
    parent: page.parent,
    contact: page.contact ?? "",
    review_months: page.review_months === null ? "" : String(page.review_months),
    successor: page.successor?.actor ?? null,
    succeeded_on: page.successor?.from ?? "",
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) => run("EditActor", { actor: page.id, ...changed })),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("actor.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={[
        ...details(words),
        { name: "review_months", kind: "text", label: t("plain.field.months"), half: true },
        { name: "successor", kind: "pick", label: t("actor.successor"), useItems: useActorItems, half: true },
        { name: "succeeded_on", kind: "day", label: t("actor.succeededOn"), half: true },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
