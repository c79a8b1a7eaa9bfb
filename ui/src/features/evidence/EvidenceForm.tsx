// Adds evidence to an item, edits a piece of evidence, edits what one use of it says.
import { useAct } from "../../queries/act";
import { useEvidenceFiles } from "../../queries/evidence";
import type { EvidencePage, ResultLevel, Stance } from "../../queries/types";
import { EvidenceInput, noEvidence, readEvidence } from "../../shared/form/EvidenceInput";
import { type Field, Form } from "../../shared/form/Form";
import {
  asEvidence,
  asFlag,
  asText,
  edited,
  type FileGiven,
  orNull,
  type Values,
} from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { stances, useWords, type Words } from "../../strings/words";

const resultLevels: ResultLevel[] = ["input", "output", "outcome", "impact"];
type Done = { onDone: () => void; onCancel: () => void };

function useFields({ t }: Words): Field[] {
  return [
    {
      name: "stance",
      kind: "few",
      label: t("evidence.stance"),
      options: stances.map((id) => ({ id, label: t(`stance.${id}`) })),
    },
    { name: "page", kind: "text", label: t("evidence.page"), half: true },
    {
      name: "level",
      kind: "choice",
      label: t("evidence.level"),
      half: true,
      empty: t("form.notSaid"),
      options: resultLevels.map((id) => ({ id, label: t(`level.${id}`) })),
    },
  ];
}

export function AddEvidenceForm(
  props: Done & {
    item: { id: string; ref: string };
    file?: FileGiven | undefined;
    link?: string | undefined;
  },
) {
  const words = useWords();
  const { t } = words;
  const files = useEvidenceFiles();
  const shared = useFields(words);
  const act = useAct({
    send: (run, values) => {
      const given = asEvidence(values.evidence);
      const read = readEvidence(given);
      const typed = given.words.trim();
      return run("AddEvidence", {
        item: props.item.id,
        file: given.file?.grant ?? null,
        link: read === "link" ? typed : null,
        symbol: read === "symbol" ? typed : null,
        note: read === "note" ? typed : null,
        title: orNull(values.title),
        date: orNull(values.date),
        page: orNull(values.page),
        stance: asText(values.stance) as Stance,
        level: orNull(values.level) as ResultLevel | null,
        independent: asFlag(values.independent),
      });
    },
    said: ({ ref }) => t("done.evidence", { ref, item: props.item.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`evidence ${props.item.id}`}
      title={t("evidence.addTitle", { ref: props.item.ref })}
      submit={t("evidence.submit")}
      initial={{
        evidence: { ...noEvidence, file: props.file ?? null, words: props.link ?? "" },
        title: "",
        date: "",
        stance: "supports",
        page: "",
        level: "",
        independent: false,
      }}
      fields={(values) => {
        const read = readEvidence(asEvidence(values.evidence));
        return [
          {
            name: "evidence",
            also: ["file", "link", "symbol", "note"],
            kind: "own",
            label: t("evidence.input"),
            required: true,
            render: (own) => (
              <EvidenceInput
                tall
                required
                label={t("evidence.input")}
                hint={read === null ? t("evidence.inputHint") : t(`evidence.read.${read}`)}
                error={own.error}
                autoFocus={own.autoFocus}
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
          ...shared,
          {
            name: "title",
            kind: "text",
            label: t("evidence.title"),
            hint: t("evidence.titleHint"),
            half: true,
          },
          { name: "date", kind: "day", label: t("evidence.date"), half: true },
          { name: "independent", kind: "check", label: t("evidence.independentCheck") },
        ];
      }}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditEvidenceForm(props: Done & { page: EvidencePage }) {
  const { page } = props;
  const { t } = useWords();
  const initial: Values = { title: page.title, date: page.date ?? "", independent: page.independent };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) => run("EditEvidence", { evidence: page.id, ...changed })),
    said: () => t("done.edited", { ref: page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`edit ${page.id}`}
      title={t("evidence.edit")}
      submit={t("form.save")}
      initial={initial}
      fields={[
        { name: "title", kind: "text", label: t("evidence.title"), required: true },
        { name: "date", kind: "day", label: t("evidence.date") },
        { name: "independent", kind: "check", label: t("evidence.independentCheck") },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

export function EditUseForm(props: Done & { page: EvidencePage; use: string }) {
  const words = useWords();
  const { t } = words;
  const shared = useFields(words);
  const found = props.page.uses.find(({ use }) => use.id === props.use);
  const initial: Values = {
    stance: found?.use.stance ?? "supports",
    page: found?.use.page ?? "",
    level: found?.use.level ?? "",
  };
  const act = useAct({
    send: (run, values) =>
      edited(initial, values, (changed) => run("EditUse", { use: props.use, ...changed })),
    said: () => t("done.edited", { ref: props.page.ref }),
    onDone: () => props.onDone(),
  });
  return (
    <Form
      id={`use ${props.use}`}
      title={t("evidence.useTitle", { ref: found?.of.ref ?? "" })}
      submit={t("form.save")}
      initial={initial}
      fields={shared}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
