// Which term of the field stands behind a column, a field of a form or a button: one table. Its name and its short
// explanation are words (`terms.<id>`); F1 explains the term on which the focus is, above the manual: in a row, a line
// and on the page of an item what is marked there (`means.<sort>.<mark>`).
import { progressMarks, statusMarks, tagMarks, type Words } from "../strings/words";

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

export type Explained = { name: string; text: string };

const named = <N extends string>(names: Record<N, unknown>, name: string): N | undefined =>
  (Object.keys(names) as N[]).find((one) => one === name);

const explainedTerm = (t: Words["t"], term: TermId): Explained => ({
  name: t(`terms.${term}.name`),
  text: t(`terms.${term}.text`),
});

/** What a mark means, by the name that it carries. */
export function meaning(t: Words["t"], mark: string): Explained | null {
  const [sort, name = ""] = mark.split(".");
  const status = named(statusMarks, name);
  if (sort === "status" && status) return { name: t(`status.${status}`), text: t(`means.status.${status}`) };
  const state = named(progressMarks, name);
  if (sort === "progress" && state)
    return { name: t(`progressState.${state}`), text: t(`means.progress.${state}`) };
  const tag = named(tagMarks, name);
  if (sort === "tag" && tag) return { name: t(tagMarks[tag].word), text: t(`means.tag.${tag}`) };
  const term = termOf(mark);
  return term && explainedTerm(t, term);
}

/** The parts of a page, the smallest first, of which the nearest that has marks is explained. */
const PARTS = "[role=gridcell], [role=row], li, tr, .fact, .item, .card";

function marksAt(element: Element | null): string[] {
  for (let at = element?.closest(PARTS); at; at = at.parentElement?.closest(PARTS)) {
    const marks = [...at.querySelectorAll<HTMLElement>("[data-mark]")].map((one) => one.dataset.mark ?? "");
    if (marks.length > 0) return marks;
    // A cell without a mark is of its column alone.
    if (at.matches("[role=gridcell][data-column]")) return [];
  }
  return [];
}

/** What F1 explains: what is marked where the focus is, each once, then the term of its column, field or button. */
export function explainedAt(t: Words["t"], element: Element | null): Explained[] {
  const term = termAt(element);
  const inField = element?.closest("[data-field], [role=columnheader], [data-term], .form");
  const all = [
    ...(inField ? [] : marksAt(element)).map((mark) => meaning(t, mark)),
    term && explainedTerm(t, term),
  ];
  const names = new Set<string>();
  return all.filter((one): one is Explained => {
    if (one === null || names.has(one.name)) return false;
    names.add(one.name);
    return true;
  });
}

/** The explanation of what a column is, for the pointer over its head. */
export function explain(t: Words["t"], column: string): string | undefined {
  const term = termOf(column);
  return term === null ? undefined : t(`terms.${term}.text`);
}
