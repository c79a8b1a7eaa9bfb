// Logs an update, with its evidence, in one act. What was taken last is offered; what is seldom said stands under "More".
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
} from "../../queries/types";
import { EvidenceInput, noEvidence, readEvidence } from "../../shared/form/EvidenceInput";
import { type Field, Form } from "../../shared/form/Form";
import { asEvidence, asPicked, asText, type FileGiven, orNull, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { stances, useWords } from "../../strings/words";
import { keepLast, lastFor } from "./last";
import { obstacle, outlook } from "./update-fields";

const further = (field: Field): Field => ({ ...field, more: true });

export function UpdateForm(props: {
  page: CommitmentPage;
  today: string;
  file?: FileGiven | undefined;
  link?: string | undefined;
  /** `again`: to log one on the next too. */
  onDone: (again: boolean) => void;
  onCancel: () => void;
}) {
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
        name: "evidence",
        also: ["file", "link", "symbol", "note"],
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
      {
        name: "occurrence",
        more: true,
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
      ...outlook(words).map(further),
      ...obstacle(words, values).map(further),
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
    onDone: (_, again, values) => {
      keepLast(values);
      props.onDone(again);
    },
  });

  return (
    <Form
      id={`update ${page.id}`}
      title={t("update.title")}
      submit={t("update.submit")}
      again={t("update.saveNext")}
      last={lastFor(page, words)}
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
