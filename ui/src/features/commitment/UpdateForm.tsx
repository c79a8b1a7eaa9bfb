// Logs an update, with its evidence, in one act; and corrects one that was logged (both texts stay in the history).

import { useAct } from "../../queries/act";
import { useEvidenceFiles } from "../../queries/evidence";
import { useActorItems } from "../../queries/pickers";
import type {
  CommitmentPage,
  Health,
  ObstacleKind,
  Practice,
  Reach,
  Stance,
  Status,
  TimelineEntry,
} from "../../queries/types";
import { EvidenceInput, noEvidence, readEvidence } from "../../shared/form/EvidenceInput";
import { type Field, Form } from "../../shared/form/Form";
import {
  asEvidence,
  asFlag,
  asPicked,
  asText,
  edited,
  type FileGiven,
  orNull,
  type Values,
} from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { lists } from "../../strings/lists";
import { stances, useWords, type Words } from "../../strings/words";

type Done = { onDone: () => void; onCancel: () => void };

const reaches: Reach[] = ["adopted", "applied", "applied_everywhere"];
const healths: Health[] = ["on_track", "at_risk", "off_track"];

/** How far it reaches and how it looks, in an update and in its correction. */
function outlook({ t }: Words): Field[] {
  return [
    {
      name: "reach",
      kind: "choice",
      label: t("update.reach"),
      half: true,
      empty: t("form.notSaid"),
      options: reaches.map((id) => ({ id, label: t(`reach.${id}`) })),
    },
    {
      name: "health",
      kind: "choice",
      label: t("update.health"),
      half: true,
      empty: t("form.notSaid"),
      options: healths.map((id) => ({ id, label: t(`health.${id}`) })),
    },
  ];
}

/** What stands in the way, what is done about it, what others can take from it. */
function obstacle({ t }: Words, values: Values): Field[] {
  const there = asText(values.obstacle).trim() !== "";
  return [
    { name: "obstacle", kind: "text", label: t("update.obstacle") },
    {
      name: "obstacle_kind",
      kind: "choice",
      label: t("update.obstacleKind"),
      half: true,
      when: there,
      empty: t("form.notSaid"),
      options: lists.obstacleKind.map((id) => ({ id, label: t(`obstacleKind.${id}`) })),
    },
    { name: "remedy", kind: "text", label: t("update.remedy"), half: true, when: there },
    { name: "resources", kind: "text", label: t("update.resources"), half: true, when: there },
    { name: "resources_asked", kind: "day", label: t("update.resourcesAsked"), half: true, when: there },
    {
      name: "escalated_to",
      kind: "pick",
      label: t("update.escalatedTo"),
      useItems: useActorItems,
      half: true,
    },
    {
      name: "practice",
      kind: "choice",
      label: t("update.practice"),
      half: true,
      empty: t("update.noPractice"),
      options: lists.practice.map((id) => ({ id, label: t(`practice.${id}`) })),
    },
  ];
}

export function UpdateForm(
  props: Done & {
    page: CommitmentPage;
    today: string;
    file?: FileGiven | undefined;
    link?: string | undefined;
  },
) {
  const { page } = props;
  const words = useWords();
  const { t } = words;
  const files = useEvidenceFiles();
  const asked = page.requests.filter((one) => one.answered_on === null);

  const fields = (values: Values): Field[] => {
    const given = asEvidence(values.evidence);
    const read = readEvidence(given);
    return [
      { name: "text", kind: "long", label: t("update.text"), required: true, rows: 4 },
      {
        name: "on",
        kind: "day",
        label: t("update.on"),
        hint: t("update.onHint"),
        half: true,
        required: true,
      },
      {
        name: "status",
        kind: "choice",
        label: t("update.status"),
        half: true,
        empty: t("update.unchanged", { status: t(`status.${page.status}`) }),
        options: page.next_statuses.map((id) => ({ id, label: t(`status.${id}`) })),
      },
      { name: "by", kind: "pick", label: t("update.by"), useItems: useActorItems, half: true },
      {
        name: "formal",
        kind: "few",
        label: t("update.formal"),
        half: true,
        options: [
          { id: "informal", label: t("update.how.informal") },
          { id: "formal", label: t("update.how.formal") },
        ],
      },
      {
        name: "occurrence",
        kind: "choice",
        label: t("timeline.occurrence"),
        half: true,
        when: page.occurrences.length > 0,
        empty: t("form.notSaid"),
        options: page.occurrences
          .filter((one) => one.on === null)
          .map((one) => ({ id: one.day, label: words.day(one.day) })),
      },
      {
        name: "request",
        kind: "choice",
        label: t("plain.field.request"),
        half: true,
        when: asked.length > 0,
        empty: t("update.noRequest"),
        options: asked.map((one) => ({
          id: one.id,
          label: t("update.requestOf", { day: words.shortDay(one.day), name: one.actor.ref }),
        })),
      },
      {
        name: "evidence",
        kind: "own",
        label: t("update.evidence"),
        render: (own) => (
          <EvidenceInput
            label={t("update.evidence")}
            hint={read === null ? t("evidence.inputHint") : t(`evidence.read.${read}`)}
            error={own.error}
            value={asEvidence(own.value)}
            onChange={own.onChange}
            choose={files.choose}
            take={files.take}
            bytes={words.bytes}
            chooseLabel={t("evidence.choose")}
            takingLabel={t("evidence.taking")}
            onRefused={(reason) => say(reason instanceof Error ? reason.message : String(reason))}
          />
        ),
      },
      {
        name: "stance",
        kind: "few",
        label: t("evidence.stance"),
        when: read !== null,
        options: stances.map((id) => ({ id, label: t(`stance.${id}`) })),
      },
      { name: "page", kind: "text", label: t("evidence.page"), when: read !== null, half: true },
      { name: "date", kind: "day", label: t("evidence.date"), when: read !== null, half: true },
      ...outlook(words),
      ...obstacle(words, values),
    ];
  };

  const act = useAct({
    send: (run, values) => {
      const given = asEvidence(values.evidence);
      const read = readEvidence(given);
      const typed = given.words.trim();
      return run("LogUpdate", {
        commitment: page.id,
        text: asText(values.text),
        status: (orNull(values.status) as Status | null) ?? null,
        on: orNull(values.on),
        by: asPicked(values.by)?.id ?? null,
        formal: asText(values.formal) === "formal",
        reach: orNull(values.reach) as Reach | null,
        health: orNull(values.health) as Health | null,
        obstacle: orNull(values.obstacle),
        obstacle_kind: orNull(values.obstacle_kind) as ObstacleKind | null,
        resources: orNull(values.resources),
        resources_asked: orNull(values.resources_asked),
        remedy: orNull(values.remedy),
        escalated_to: asPicked(values.escalated_to)?.id ?? null,
        practice: orNull(values.practice) as Practice | null,
        occurrence: orNull(values.occurrence),
        request: orNull(values.request),
        file: given.file?.grant ?? null,
        link: read === "link" ? typed : null,
        symbol: read === "symbol" || read === "note" ? typed : null,
        ...(read === null
          ? {}
          : {
              stance: asText(values.stance) as Stance,
              page: orNull(values.page),
              date: orNull(values.date),
            }),
      });
    },
    said: () => t("done.update", { ref: page.ref }),
    onDone: () => props.onDone(),
  });

  return (
    <Form
      id={`update ${page.id}`}
      title={t("update.title")}
      submit={t("update.submit")}
      fields={fields}
      initial={{
        text: "",
        on: props.today,
        status: "",
        by: page.lead,
        formal: "informal",
        evidence: { ...noEvidence, file: props.file ?? null, words: props.link ?? "" },
        stance: "supports",
        page: "",
        date: "",
        reach: "",
        health: "",
        obstacle: "",
        obstacle_kind: "",
        resources: "",
        resources_asked: "",
        remedy: "",
        escalated_to: null,
        practice: "",
        occurrence: "",
        request: "",
      }}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

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
