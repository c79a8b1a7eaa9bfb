// Enters a commitment, and edits one. Lead, partners, due and status have acts of their own.
import { useAct } from "../../queries/act";
import { DueWords } from "../../queries/DueWords";
import { useActorItems, useRecommendationItems } from "../../queries/pickers";
import type { CommitmentKind, CommitmentPage, ResultLevel } from "../../queries/types";
import { type Field, Form } from "../../shared/form/Form";
import {
  asFlag,
  asPicked,
  asPicks,
  asText,
  edited,
  orNull,
  orNumber,
  type Picked,
  type Values,
} from "../../shared/form/values";
import { lists } from "../../strings/lists";
import { useWords, type Words } from "../../strings/words";

const kinds: CommitmentKind[] = [
  "response",
  "declared_commitment",
  "pledge",
  "compact",
  "plan_action",
  "directive",
];

/** Fields that entering and editing share: a new field of a commitment is one entry here. */
function details({ t }: Words): Field[] {
  return [
    {
      name: "kind",
      kind: "choice",
      label: t("commitment.kind"),
      half: true,
      options: kinds.map((id) => ({ id, label: t(`commitmentKind.${id}`) })),
    },
    { name: "made_on", kind: "day", label: t("commitment.madeOn"), half: true },
    {
      name: "done_when",
      kind: "long",
      rows: 2,
      label: t("commitment.doneWhen"),
      hint: t("commitment.doneWhenHint"),
    },
    { name: "post", kind: "text", label: t("commitment.post"), hint: t("commitment.postHint"), half: true },
    {
      name: "handler",
      kind: "text",
      label: t("commitment.handler"),
      hint: t("commitment.handlerHint"),
      half: true,
    },
    {
      name: "result_level",
      kind: "choice",
      label: t("evidence.level"),
      half: true,
      empty: t("form.notSaid"),
      options: lists.level.map((id) => ({ id, label: t(`level.${id}`) })),
    },
    {
      name: "review_months",
      kind: "text",
      label: t("plain.field.months"),
      half: true,
    },
    { name: "contact", kind: "text", label: t("actor.contact"), hint: t("actor.contactHint"), half: true },
    { name: "caveat", kind: "text", label: t("commitment.caveat"), hint: t("commitment.caveatHint") },
    { name: "drafted", kind: "check", label: t("commitment.draftedCheck") },
  ];
}

export function AddCommitmentForm(props: {
  recommendation: Picked | null;
  onDone: (id?: string) => void;
  onCancel: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const act = useAct({
    send: (run, values) =>
      run("AddCommitment", {
        recommendation: asPicked(values.recommendation)?.id ?? "",
        deliverable: asText(values.deliverable),
        lead: asPicked(values.lead)?.id ?? null,
        joint: asPicks(values.joint).map((actor) => actor.id),
        supporting: asPicks(values.supporting).map((actor) => actor.id),
        kind: orNull(values.kind) as CommitmentKind | null,
        made_on: orNull(values.made_on),
        due: orNull(values.due),
        done_when: orNull(values.done_when),
        post: orNull(values.post),
        handler: orNull(values.handler),
        caveat: orNull(values.caveat),
        contact: orNull(values.contact),
        result_level: orNull(values.result_level) as ResultLevel | null,
        review_months: orNumber(values.review_months),
        drafted: asFlag(values.drafted),
      }),
    said: ({ ref }) => t("done.added", { ref }),
    onDone: (made) => props.onDone(made?.id),
  });
  return (
    <Form
      id={`new commitment ${props.recommendation?.id ?? ""}`}
      title={t("commitment.new")}
      submit={t("form.add")}
      initial={{
        recommendation: props.recommendation,
        deliverable: "",
        lead: null,
        joint: [],
        supporting: [],
        kind: "response",
        made_on: "",
        due: "",
        done_when: "",
        post: "",
        handler: "",
        caveat: "",
        contact: "",
        result_level: "",
        review_months: "",
        drafted: false,
      }}
      fields={[
        {
          name: "recommendation",
          kind: "pick",
          label: t("commitment.answersWhich"),
          required: true,
          useItems: useRecommendationItems,
        },
        {
          name: "deliverable",
          kind: "long",
          rows: 2,
          label: t("commitment.deliverable"),
          hint: t("commitment.deliverableHint"),
          required: true,
        },
        { name: "lead", kind: "pick", label: t("commitment.lead"), useItems: useActorItems, half: true },
        {
          name: "due",
          kind: "own",
          label: t("commitment.due"),
          half: true,
          render: (own) => (
            <DueWords
              label={t("commitment.due")}
              hint={t("due.hint")}
              value={asText(own.value)}
              onChange={own.onChange}
              error={own.error}
            />
          ),
        },
        { name: "joint", kind: "picks", label: t("commitment.joint"), useItems: useActorItems, half: true },
        {
          name: "supporting",
          kind: "picks",
          label: t("commitment.supporting"),
          useItems: useActorItems,
          half: true,
        },
        ...details(words),
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditCommitmentForm(props: {
  page: CommitmentPage;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const initial: Values = {
    deliverable: page.deliverable,
    kind: page.kind,
    made_on: page.made_on ?? "",
    done_when: page.done_when ?? "",
    post: page.post ?? "",
    handler: page.handler ?? "",
    caveat: page.caveat ?? "",
    contact: page.contact ?? "",
    result_level: page.result_level ?? "",
    review_months: page.review_months === null ? "" : String(page.review_months),
    drafted: page.drafted,
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) => run("EditCommitment", { commitment: page.id, ...changed })),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("commitment.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={[
        { name: "deliverable", kind: "long", rows: 2, label: t("commitment.deliverable"), required: true },
        ...details(words),
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
