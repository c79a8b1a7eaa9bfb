// Enters an actor, edits one, adds another name of it.
import { useEdit } from "../../queries/door";
import { useActorItems } from "../../queries/pickers";
import type { ActorKind, ActorPage, Level } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import { asPicked, asText, changes, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
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
  ];
}

type Done = { onDone: (id?: string) => void; onCancel: () => void };

export function AddActorForm(props: Done) {
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const save = async (values: Values) => {
    const done = await edit.attempt((run) =>
      run("AddActor", {
        name: asText(values.name),
        short: orNull(values.short),
        kind: orNull(values.kind) as ActorKind | null,
        level: orNull(values.level) as Level | null,
        parent: asPicked(values.parent)?.id ?? null,
        alias: asText(values.aliases)
          .split(/[;\n]/)
          .map((alias) => alias.trim())
          .filter((alias) => alias !== ""),
      }),
    );
    if (!done) return false;
    say(t("done.added", { ref: done.reply.ref }));
    props.onDone(done.reply.id);
    return true;
  };
  return (
    <Form
      id="new actor"
      title={t("actor.new")}
      submit={t("form.add")}
      initial={{ name: "", short: "", kind: "department", level: "", parent: null, aliases: "" }}
      fields={[
        ...details(words),
        { name: "aliases", kind: "text", label: t("actor.aliases"), hint: t("actor.aliasesHint") },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}

export function EditActorForm(props: Done & { page: ActorPage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const initial: Values = {
    name: page.name,
    short: page.short ?? "",
    kind: page.kind,
    level: page.level ?? "",
    parent: page.parent,
  };
  const save = async (values: Values) => {
    const changed = changes(initial, values);
    if (Object.keys(changed).length > 0) {
      if (!(await edit.attempt((run) => run("EditActor", { actor: page.id, ...changed })))) return false;
      say(t("done.edited", { ref: page.ref }));
    }
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("actor.edit")}
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

export function AliasForm(props: Done & { item: { id: string; ref: string } }) {
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const alias = asText(values.alias);
    if (!(await edit.attempt((run) => run("AddAlias", { item: props.item.id, alias })))) return false;
    say(t("done.alias", { ref: props.item.ref, alias }));
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`alias ${props.item.id}`}
      title={t("actor.addAlias")}
      submit={t("form.add")}
      initial={{ alias: "" }}
      fields={[
        { name: "alias", kind: "text", label: t("actor.alias"), hint: t("actor.aliasHint"), required: true },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}
