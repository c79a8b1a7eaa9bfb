// The place "History": everything that was done in the workspace, by day, with what narrows it. The lines stand in
// DiaryPages; nothing is undone here.
import { type Ref, useState } from "react";
import { useAsk } from "../../queries/door";
import type { DiaryKind } from "../../queries/types";
import { type Field, OneField } from "../../shared/form/Form";
import { asText, type Values } from "../../shared/form/values";
import { useWords } from "../../strings/words";
import { type DiaryAsk, type DiaryHandle, DiaryPages } from "./DiaryPages";

const kinds = [
  "added",
  "edited",
  "progress",
  "dates",
  "who",
  "answers",
  "evidence",
  "links",
  "bin",
  "imports",
  "desk",
  "undo",
] as const satisfies readonly DiaryKind[];

const nothing: Values = { author: null, kind: null, since: "", until: "" };

function asked(values: Values): DiaryAsk {
  const author = asText(values.author);
  const kind = kinds.find((one) => one === asText(values.kind));
  const since = asText(values.since);
  const until = asText(values.until);
  return {
    ...(author === "" ? {} : { author }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(since === "" ? {} : { since }),
    ...(until === "" ? {} : { until }),
  };
}

export function Diary(props: { readOnly: boolean; ref?: Ref<DiaryHandle> }) {
  const { t } = useWords();
  const [values, setValues] = useState<Values>(nothing);
  const head = useAsk("Diary", { limit: 1 }, { keep: true });
  const fields: readonly Field[] = [
    {
      name: "author",
      kind: "choice",
      label: t("diary.by"),
      empty: t("diary.anyone"),
      options: (head.data?.authors ?? []).map((name) => ({ id: name, label: name })),
    },
    {
      name: "kind",
      kind: "choice",
      label: t("diary.kind"),
      empty: t("diary.anything"),
      options: kinds.map((id) => ({ id, label: t(`diaryKind.${id}`) })),
    },
    { name: "since", kind: "day", label: t("diary.since") },
    { name: "until", kind: "day", label: t("diary.until") },
  ];
  const ask = asked(values);
  return (
    <>
      <div className="diary-filter">
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            error={undefined}
            autoFocus={false}
          />
        ))}
      </div>
      <div className="diary-place">
        <DiaryPages
          takeFocus={values === nothing}
          key={JSON.stringify(ask)}
          ask={ask}
          readOnly={props.readOnly}
          dayHeading="h2"
          {...(props.ref ? { ref: props.ref } : {})}
        />
      </div>
    </>
  );
}
