// The table of plain forms: a command of the core is one entry of `tables`, its words `plain.title.<Command>` in strings,
// and it stands in the palette, under "More" of its items, and opens as a form with drafts and refusals. A wrong name of
// an argument does not compile. A command that deserves better gets a form of its own and a name in `ownForms`.
import type { EditName, ItemPage } from "../../queries/types";
import type { Stroke } from "../../shared/keys/keys";
import { type Entry, groups } from "./entry";
import { desk } from "./tables/desk";
import { links } from "./tables/links";
import { alsoLists, lists } from "./tables/lists";
import { alsoResults, results } from "./tables/results";
import { alsoWhen, when } from "./tables/when";
import { who } from "./tables/who";

export const plain = { ...who, ...when, ...links, ...results, ...desk, ...lists };
/** A command's second form, about something else or with an argument that is always the same. */
export const also = { ...alsoWhen, ...alsoResults, ...alsoLists };

export type PlainName = keyof typeof plain | keyof typeof also;

/** Those with a key. */
export const strokes: { readonly [N in PlainName]?: Stroke } = { AddPartner: "p", AskActor: "q" };

/** What F2 opens on items whose edit is a plain form. */
export const editForms: { readonly [T in ItemPage["type"]]?: PlainName } = {
  event: "RenameEvent",
  indicator: "EditIndicator",
};

export const plainNames = [...Object.keys(plain), ...Object.keys(also)] as PlainName[];

/** The edits that have a form, a button or a key of their own. */
export const ownForms = [
  "AddSource",
  "EditSource",
  "AddRecommendation",
  "EditRecommendation",
  "AddActor",
  "EditActor",
  "AddAddressee",
  "AddCommitment",
  "EditCommitment",
  "SetLead",
  "LogUpdate",
  "EditUpdate",
  "AddEvidence",
  "EditEvidence",
  "EditUse",
  "SetCells",
  "SetDue",
  "VerifyResult",
  "SetPrivate",
  "Delete",
  "Restore",
  "LoadCatalogue",
  "DraftCommitments",
  "Undo",
  "Redo",
  "UndoEntry",
  "RedoEntry",
] as const satisfies readonly EditName[];

export function isPlain(name: string): name is PlainName {
  return name in plain || name in also;
}

/** The entry of a form, as any command's. */
export function entryOf(name: PlainName): Entry<EditName> {
  return { ...plain, ...also }[name] as unknown as Entry<EditName>;
}

export function commandOf(name: PlainName): EditName {
  return name in also ? also[name as keyof typeof also].command : (name as EditName);
}

/** Those that can be done with the open item, or without one, by group. */
export function offered(page: ItemPage | undefined, readOnly: boolean): PlainName[] {
  if (readOnly) return [];
  const can = plainNames.filter((name) => {
    const { on, row, when, given } = entryOf(name);
    if (given) return false;
    if (on.length === 0) return true;
    if (!page || page.deleted || !on.includes(page.type)) return false;
    return (when?.(page) ?? true) && (row === undefined || row.of(page).length > 0);
  });
  return can.sort((a, b) => groups.indexOf(entryOf(a).group) - groups.indexOf(entryOf(b).group));
}
