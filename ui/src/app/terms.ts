// Which term of the field stands behind a column, a field of a form or a button: one table. Its name and its short
// explanation are words (`terms.<id>`); F1 explains the term on which the focus is, above the manual.
import type { Words } from "../strings/words";

const terms = {
  source: ["source"],
  recommendation: ["recommendation", "asked"],
  addressee: ["addressee", "addressees", "actor"],
  commitment: ["commitment", "commitments", "deliverable"],
  lead: ["lead", "joint", "supporting"],
  handler: ["handler"],
  due: ["due", "due_stated", "words"],
  slip: ["slips", "original"],
  overdue: ["late", "overdue", "age"],
  status: ["status", "state"],
  update: ["updated", "text"],
  health: ["health"],
  evidence: ["evidence", "stance"],
  verdict: ["verdict"],
  asOf: ["as-of"],
} as const satisfies Record<string, readonly string[]>;

export type TermId = keyof typeof terms;
export const termIds = Object.keys(terms) as TermId[];

/** Words that mean something else in a form of their own: an actor that is asked is no addressee. */
const inForms: readonly string[] = ["actor", "text", "age"];

/** The term behind a name of a column, a field or an act. */
export function termOf(name: string, inForm = false): TermId | null {
  if (inForm && inForms.includes(name)) return null;
  return termIds.find((id) => (terms[id] as readonly string[]).includes(name)) ?? null;
}

/** The term on which the focus is: the head of a column, a field, or a button that says which. */
export function termAt(element: Element | null): TermId | null {
  const at = element?.closest<HTMLElement>("[data-column], [data-field], [data-term]");
  if (!at) return null;
  const { column, field, term } = at.dataset;
  if (field !== undefined) return termOf(field, true);
  return termOf(column ?? term ?? "");
}

/** The explanation of what a column is, for the pointer over its head. */
export function explain(t: Words["t"], column: string): string | undefined {
  const term = termOf(column);
  return term === null ? undefined : t(`terms.${term}.text`);
}
