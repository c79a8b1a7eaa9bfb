// One change as a sentence: which field of which item, from what to what, and why. Days and words of closed lists are said
// in the window's language, all else is somebody's own.
import type { ReactNode } from "react";
import { useOpener } from "../../queries/opener";
import type { DiaryChange as Change } from "../../queries/types";
import { GoTo } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { useWords, type Words } from "../../strings/words";

type T = Words["t"];

export function DiaryChange({ change, own }: { change: Change; own: string | null }) {
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  const { item } = change;
  const label = item.ref === "" || item.ref === item.title ? item.title : item.ref;
  const before = change.before === null ? null : said(change, change.before, words);
  const after = change.after === null ? null : said(change, change.after, words);
  const itself = change.made && !partKinds.has(change.kind);
  const parts = {
    field: fieldName(change, t),
    kind: t(`kind.${change.kind}`),
    item: label,
    before: before ?? "",
    after: after ?? "",
    link: (text: ReactNode) =>
      item.id === own ? (
        <Own>{text}</Own>
      ) : (
        <GoTo onPress={() => opener.open(item.id)}>
          <Own>{text}</Own>
        </GoTo>
      ),
    del: (text: ReactNode) => (
      <del>
        <Own>{text}</Own>
      </del>
    ),
    ins: (text: ReactNode) => (
      <ins>
        <Own>{text}</Own>
      </ins>
    ),
  };
  const sentence =
    change.field === "life"
      ? change.after === "bin"
        ? t.rich("diary.binned", parts)
        : t.rich("diary.back", parts)
      : itself
        ? t.rich("diary.new", parts)
        : change.made && change.field === "" && before === null
          ? t.rich("diary.made", parts)
          : before === null
            ? t.rich("diary.set", parts)
            : after === null
              ? t.rich("diary.cleared", parts)
              : t.rich("diary.became", parts);
  return (
    <span className="diary-change">
      {sentence}
      {change.status !== null && (
        <span className="quiet"> {t("diary.status", { status: words.status(change.status).label })}</span>
      )}
      {change.why !== null && (
        <span className="quiet">
          {" "}
          {t.rich("diary.why", { why: change.why, bdi: (why) => <Own>{why}</Own> })}
        </span>
      )}
    </span>
  );
}

/** What hangs on another item, and is told as a part of it. */
const partKinds: ReadonlySet<Change["kind"]> = new Set([
  "alias",
  "addressee",
  "theme_of",
  "commitment_actor",
  "answer",
  "due",
  "update",
  "verification",
  "evidence_use",
  "caller",
  "link",
  "decision",
  "request_about",
  "milestone",
  "indicator_of",
  "observation",
  "their_ref",
  "note",
  "flag",
  "custom_value",
  "event_date",
]);

const flags = new Set(["private", "drafted", "formal", "confirmed", "independent", "named", "main"]);
const day = /^\d{4}-\d{2}-\d{2}$/;

function said(change: Change, value: string, words: Words): string {
  const { t } = words;
  if (day.test(value)) return words.shortDay(value);
  if (change.made && change.kind === "verification") return listed(t, "verdict", value);
  if (change.made && change.kind === "decision")
    return `${change.who ?? ""}: ${listed(t, "decisionKind", value)}`;
  if (change.made) return value;
  if (flags.has(change.field) && (value === "0" || value === "1"))
    return t(value === "1" ? "yesNo.yes" : "yesNo.no");
  return listed(t, change.field === "kind" ? `${change.kind}Kind` : change.field, value);
}

/** A word of a closed list, where it is one; else as it stands. */
function listed(t: T, list: string, value: string): string {
  const key = `${list}.${value}`;
  return known(t, key) ? t(key) : value;
}

function fieldName(change: Change, t: T): string {
  if (change.made && change.field === "") return t(`kind.${change.kind}`);
  for (const key of [`fields.${change.field}`, `role.${change.field}`]) if (known(t, key)) return t(key);
  return change.field.replaceAll("_", " ");
}

type Fixed = "verdict.verified" | "fields.text";
/** Names that the core gives: those without a word of ours are shown as they are. */
function known(t: T, key: string): key is Fixed {
  return t.has(key as Fixed);
}
