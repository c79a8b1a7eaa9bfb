// What forms hold, and how it is read back. Drafts outlive a closed form and the end of the program: nothing that was
// typed is lost until it is saved or thrown away.

import { inWorkspace, keep, keptAs } from "../kept";

export type Picked = { id: string; ref: string; name: string };
export type FileGiven = { grant: string; name: string; bytes: number };
export type EvidenceGiven = { file: FileGiven | null; words: string };
export type FieldValue = string | boolean | Picked | Picked[] | EvidenceGiven | null;
export type Values = Readonly<Record<string, FieldValue>>;

export function asText(value: FieldValue | undefined): string {
  return typeof value === "string" ? value : "";
}
export function asFlag(value: FieldValue | undefined): boolean {
  return value === true;
}
export function asPicked(value: FieldValue | undefined): Picked | null {
  return typeof value === "object" && value !== null && "id" in value ? value : null;
}
export function asEvidence(value: FieldValue | undefined): EvidenceGiven {
  return typeof value === "object" && value !== null && "words" in value ? value : { file: null, words: "" };
}
export function asPicks(value: FieldValue | undefined): Picked[] {
  return Array.isArray(value) ? value : [];
}

/** Empty text is "not said". */
export function orNull(value: FieldValue | undefined): string | null {
  const text = asText(value).trim();
  return text === "" ? null : text;
}

/** A number as it was typed; what is none is sent as it is, for the core to say so. */
export function orNumber(value: FieldValue | undefined): number | null {
  const text = orNull(value);
  return text === null ? null : Number(text);
}

function emptyEvidence(value: FieldValue): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "words" in value &&
    value.file === null &&
    value.words.trim() === ""
  );
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === null ||
    value === undefined ||
    (Array.isArray(value) ? value.length === 0 : value === "") ||
    emptyEvidence(value)
  );
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/**
 * The arguments of an Edit command: only what was changed; a field that was emptied becomes the word "none", which
 * clears it.
 */
export function changes(before: Values, after: Values): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const [name, value] of Object.entries(after)) {
    if (same(before[name], value)) continue;
    if (typeof value === "boolean") changed[name] = String(value);
    else if (isEmpty(value)) changed[name] = "none";
    else if (typeof value === "string") changed[name] = value;
    else changed[name] = asPicked(value)?.id ?? "none";
  }
  return changed;
}

/** Sends an edit of what was changed; null where nothing was. */
export function edited<R>(
  before: Values,
  after: Values,
  send: (changed: Record<string, string>) => R,
): R | null {
  const changed = changes(before, after);
  return Object.keys(changed).length === 0 ? null : send(changed);
}

const drafts = new Map<string, Values>();
/** Names of files that a draft held before the program ended: the files themselves are not kept. */
const lost = new Map<string, string[]>();

type Stored = { values: Values; files: string[] };
const nameOf = (id: string) => inWorkspace(`draft ${id}`);
const isStored = (value: unknown): value is Stored =>
  typeof value === "object" &&
  value !== null &&
  "values" in value &&
  typeof value.values === "object" &&
  value.values !== null &&
  "files" in value &&
  Array.isArray(value.files);

/** A draft as it outlives the program: words and choices, but of files only their names. */
function stored(values: Values): Stored {
  const files: string[] = [];
  const rest = Object.entries(values).map(([name, value]): [string, FieldValue] => {
    const { file, words } = asEvidence(value);
    if (file === null) return [name, value];
    files.push(file.name);
    return [name, { file: null, words }];
  });
  return { values: Object.fromEntries(rest), files };
}

export function draftOf(id: string): Values | undefined {
  const name = nameOf(id);
  const here = drafts.get(name);
  if (here) return here;
  const before = keptAs(name, isStored);
  if (!before) return undefined;
  drafts.set(name, before.values);
  lost.set(name, before.files);
  return before.values;
}
/** The files that a draft had before the program ended, by name. */
export function lostFiles(id: string): readonly string[] {
  return lost.get(nameOf(id)) ?? [];
}
export function keepDraft(id: string, values: Values): void {
  const name = nameOf(id);
  drafts.set(name, values);
  keep(name, JSON.stringify(stored(values)));
}
export function dropDraft(id: string): void {
  const name = nameOf(id);
  drafts.delete(name);
  lost.delete(name);
  keep(name, null);
}
