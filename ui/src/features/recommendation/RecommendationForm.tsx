// Enters a recommendation, edits one, and names whom it asks.
import { useAct } from "../../queries/act";
import { useActorItems, useRecommendationItems, useSourceItems } from "../../queries/pickers";
import type { Force, RecommendationPage } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import {
  asFlag,
  asPicked,
  asPicks,
  asText,
  edited,
  orNull,
  type Picked,
  type Values,
} from "../../shared/form/values";
import { lists } from "../../strings/lists";
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
  ];
}

type Done = { onDone: (id?: string) => void; onCancel: () => void };

export function AddRecommendationForm(props: Done & { source: Picked | null; parent: Picked | null }) {
  const words = useWords();
  const { t } = words;
  const act = useAct({
    send: (run, values) =>
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
    said: ({ ref }) => t("done.added", { ref }),
    onDone: (made) => props.onDone(made?.id),
  });
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
        { name: "their_ref", kind: "text", label: t("recommendation.theirRef"), half: true },
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
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditRecommendationForm(props: Done & { page: RecommendationPage }) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const initial: Values = {
    text: page.text,
    label: page.label ?? "",
    page: page.page ?? "",
    section: page.section ?? "",
    force: page.force ?? "",
    heading: page.heading ?? "",
    contested: page.contested ?? "",
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) =>
        run("EditRecommendation", { recommendation: page.id, ...changed }),
      ),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("recommendation.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={details(words)}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

const scores = ["0", "1", "2", "3"];
const texts = ["precondition", "risk", "contingency", "theory", "already", "remark"] as const;
const criteria = ["enables", "feasible", "impact", "consensus"] as const;

/** What the desk thinks of it: a form beside the edit of its wording. */
export function AssessForm(props: Done & { page: RecommendationPage }) {
  const { page } = props;
  const { t, number } = useWords();
  const initial: Values = {
    priority: page.priority ?? "",
    aim: page.aim ?? "",
    ...Object.fromEntries(criteria.map((one) => [one, page[one] === null ? "" : String(page[one])])),
    ...Object.fromEntries(texts.map((one) => [one, page[one] ?? ""])),
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) =>
        run("EditRecommendation", { recommendation: page.id, ...changed }),
      ),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`assess ${page.id}`}
      title={t("assess.form")}
      submit={t("form.save")}
      initial={initial}
      fields={[
        {
          name: "priority",
          kind: "choice",
          label: t("assess.priority"),
          half: true,
          empty: t("form.notSaid"),
          options: lists.priority.map((id) => ({ id, label: t(`priority.${id as "high"}`) })),
        },
        {
          name: "aim",
          kind: "choice",
          label: t("assess.aim"),
          half: true,
          empty: t("form.notSaid"),
          options: lists.aim.map((id) => ({ id, label: t(`aim.${id as "mission"}`) })),
        },
        ...criteria.map(
          (name): Field => ({
            name,
            kind: "choice",
            label: t(`assess.${name}`),
            half: true,
            empty: t("form.notSaid"),
            options: scores.map((id) => ({
              id,
              label: t("assess.of", { score: number(Number(id)), of: 3 }),
            })),
          }),
        ),
        ...texts.map((name): Field => ({ name, kind: "long", rows: 2, label: t(`assess.${name}`) })),
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function AddresseeForm(props: Done & { page: RecommendationPage }) {
  const { t } = useWords();
  const act = useAct({
    send: (run, values) =>
      run("AddAddressee", {
        recommendation: props.page.id,
        actor: asPicked(values.actor)?.id ?? "",
        implied: asFlag(values.implied),
      }),
    said: (_, values) => t("done.addressee", { name: asPicked(values.actor)?.name ?? "" }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`addressee ${props.page.id}`}
      title={t("recommendation.addAddressee")}
      submit={t("form.add")}
      initial={{ actor: null, implied: false }}
      fields={[
        {
          name: "actor",
          kind: "pick",
          label: t("plain.field.actor"),
          required: true,
          useItems: useActorItems,
        },
        { name: "implied", kind: "check", label: t("recommendation.impliedCheck") },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
