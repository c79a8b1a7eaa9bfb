// Enters a recommendation, edits one, and names whom it asks.
import { useEdit } from "../../queries/door";
import { useActorItems, useRecommendationItems, useSourceItems } from "../../queries/pickers";
import type { Force, RecommendationPage } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import {
  asFlag,
  asPicked,
  asPicks,
  asText,
  changes,
  orNull,
  type Picked,
  type Values,
} from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { useWords, type Words } from "../../strings/words";

const forces: Force[] = ["must", "will", "should", "could", "some_participants"];

/** Fields that entering and editing share: a new field of a recommendation is one entry here. */
function details({ t }: Words): Field[] {
  return [
    { name: "text", kind: "long", rows: 4, label: t("recommendation.text"), required: true },
    {
      name: "label",
      kind: "text",
      label: t("recommendation.label"),
      hint: t("recommendation.labelHint"),
      half: true,
    },
    { name: "page", kind: "text", label: t("evidence.page"), half: true },
    { name: "section", kind: "text", label: t("recommendation.section"), half: true },
    {
      name: "force",
      kind: "choice",
      label: t("recommendation.force"),
      half: true,
      empty: t("form.notSaid"),
      options: forces.map((id) => ({ id, label: t(`force.${id}`) })),
    },
    { name: "heading", kind: "text", label: t("recommendation.heading") },
    {
      name: "contested",
      kind: "text",
      label: t("recommendation.contested"),
      hint: t("recommendation.contestedHint"),
      half: true,
    },
    { name: "their_ref", kind: "text", label: t("recommendation.theirRef"), half: true },
  ];
}

type Done = { onDone: (id?: string) => void; onCancel: () => void };

export function AddRecommendationForm(props: Done & { source: Picked | null; parent: Picked | null }) {
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const save = async (values: Values) => {
    const done = await edit.attempt((run) =>
      run("AddRecommendation", {
        source: asPicked(values.source)?.id ?? "",
        text: asText(values.text),
        label: orNull(values.label),
        section: orNull(values.section),
        page: orNull(values.page),
        heading: orNull(values.heading),
        force: orNull(values.force) as Force | null,
        contested: orNull(values.contested),
        their_ref: orNull(values.their_ref),
        parent: asPicked(values.parent)?.id ?? null,
        addressee: asPicks(values.addressee).map((actor) => actor.id),
        due: orNull(values.due),
      }),
    );
    if (!done) return false;
    say(t("done.added", { ref: done.reply.ref }));
    props.onDone(done.reply.id);
    return true;
  };
  return (
    <Form
      id={`new recommendation ${props.source?.id ?? ""} ${props.parent?.id ?? ""}`}
      title={t("recommendation.new")}
      submit={t("form.add")}
      initial={{
        source: props.source,
        text: "",
        label: "",
        page: "",
        section: "",
        force: "",
        heading: "",
        contested: "",
        their_ref: "",
        parent: props.parent,
        addressee: [],
        due: "",
      }}
      fields={[
        {
          name: "source",
          kind: "pick",
          label: t("recommendation.source"),
          required: true,
          useItems: useSourceItems,
        },
        ...details(words),
        {
          name: "addressee",
          kind: "picks",
          label: t("recommendation.addressees"),
          useItems: useActorItems,
          half: true,
        },
        { name: "due", kind: "text", label: t("recommendation.due"), hint: t("due.hint"), half: true },
        {
          name: "parent",
          kind: "pick",
          label: t("recommendation.partOf"),
          hint: t("recommendation.partOfHint"),
          useItems: useRecommendationItems,
        },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}

export function EditRecommendationForm(props: Done & { page: RecommendationPage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const initial: Values = {
    text: page.text,
    label: page.label ?? "",
    page: page.page ?? "",
    section: page.section ?? "",
    force: page.force ?? "",
    heading: page.heading ?? "",
    contested: page.contested ?? "",
    their_ref: page.their_ref ?? "",
  };
  const save = async (values: Values) => {
    const changed = changes(initial, values);
    if (Object.keys(changed).length > 0) {
      const done = await edit.attempt((run) =>
        run("EditRecommendation", { recommendation: page.id, ...changed }),
      );
      if (!done) return false;
      say(t("done.edited", { ref: page.ref }));
    }
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("recommendation.edit")}
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

export function AddresseeForm(props: Done & { page: RecommendationPage }) {
  const { t } = useWords();
  const edit = useEdit();
  const save = async (values: Values) => {
    const actor = asPicked(values.actor);
    const done = await edit.attempt((run) =>
      run("AddAddressee", {
        recommendation: props.page.id,
        actor: actor?.id ?? "",
        implied: asFlag(values.implied),
      }),
    );
    if (!done) return false;
    say(t("done.addressee", { name: actor?.name ?? "" }));
    props.onDone();
    return true;
  };
  return (
    <Form
      id={`addressee ${props.page.id}`}
      title={t("recommendation.addAddressee")}
      submit={t("form.add")}
      initial={{ actor: null, implied: false }}
      fields={[
        { name: "actor", kind: "pick", label: t("partner.actor"), required: true, useItems: useActorItems },
        { name: "implied", kind: "check", label: t("recommendation.impliedCheck") },
      ]}
      busy={edit.busy}
      refusal={edit.refusal?.message}
      onSubmit={save}
      onCancel={props.onCancel}
    />
  );
}
