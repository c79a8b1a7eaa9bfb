// What was taken in the last update that was logged on this machine, to be offered for the next: often ten in a row come
// out of one report.
import type { CommitmentPage, Stance, Status } from "../../queries/types";
import { readEvidence } from "../../shared/form/EvidenceInput";
import { asEvidence, asPicked, asText, type Picked, type Values } from "../../shared/form/values";
import { inWorkspace, keep, keptAs } from "../../shared/kept";
import type { Words } from "../../strings/words";

type Last = { status: Status | ""; by: Picked | null; formal: string; stance: Stance; source: string };

const name = () => inWorkspace("last-update");
const isLast = (value: unknown): value is Last =>
  typeof value === "object" && value !== null && "status" in value && "by" in value && "source" in value;

/** Keeps what a next update may take over; a file and a note belong to the one that they came with. */
export function keepLast(values: Values): void {
  const given = asEvidence(values.evidence);
  const read = readEvidence(given);
  const last: Last = {
    status: asText(values.status) as Status | "",
    by: asPicked(values.by),
    formal: asText(values.formal),
    stance: asText(values.stance) as Stance,
    source: read === "link" || read === "symbol" ? given.words.trim() : "",
  };
  keep(name(), JSON.stringify(last));
}

/** What was taken last, as far as it can be taken here, with words that say what that is. */
export function lastFor(page: CommitmentPage, { t, list }: Words): { label: string; values: Values } | null {
  const last = keptAs(name(), isLast);
  if (!last) return null;
  const status = page.next_statuses.find((one) => one === last.status) ?? "";
  const formal = last.formal === "formal" ? "formal" : "informal";
  const what = [
    status && t(`status.${status}`),
    last.by?.ref ?? "",
    t(`update.how.${formal}`),
    last.source,
  ].filter((part) => part !== "");
  const evidence: Values =
    last.source === "" ? {} : { evidence: { file: null, words: last.source }, stance: last.stance };
  return {
    label: t("update.asLast", { what: list(what) }),
    values: { status, by: last.by, formal, ...evidence },
  };
}
