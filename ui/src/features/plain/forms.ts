// The table of plain forms: a command of the core is one entry here, its words `plain.title.<Command>` in strings, and it
// stands in the palette, under "More" of its items, and opens as a form with drafts and refusals. A wrong name of an
// argument does not compile. A command that deserves better gets a form of its own and a name in `ownForms`.
import type { EditName, ItemPage } from "../../queries/types";
import type { Stroke } from "../../shared/keys/keys";
import { type Entry, groups, previewed, rowsOf } from "./entry";
import { few, must, one, pick, text } from "./fields";

type Table = { [N in EditName]?: Entry<N> };

export const plain = {
  AddAlias: {
    group: "who",
    on: ["actor"],
    of: "item",
    fields: { alias: text({ ...must, wide: true }) },
  },
  AddPartner: {
    group: "who",
    on: ["commitment"],
    of: "commitment",
    fields: { actor: pick("actor", must), role: few("role", { start: "supporting" }) },
  },
  AddAnswer: {
    group: "links",
    on: ["commitment"],
    of: "commitment",
    fields: { recommendation: pick("recommendation", { ...must, label: "answers" }) },
  },
  ConfirmAddressee: {
    group: "who",
    on: ["recommendation"],
    row: {
      arg: "addressee",
      of: rowsOf("recommendation", (page) =>
        page.addressees.filter((one) => !one.confirmed).map((one) => ({ id: one.id, label: one.actor.name })),
      ),
    },
    fields: {},
  },
  EmptyBin: {
    group: "desk",
    on: [],
    fields: {},
    preview: previewed({
      by: "EmptyBin",
      ask: { sure: false },
      sure: { sure: true },
      tell: (reply) => reply.sentence,
    }),
  },
  SetSetting: {
    group: "desk",
    on: [],
    fields: { name: one("setting", must), value: one("yesNo", { ...must, label: "holds" }) },
  },
} satisfies Table;

/** Those with a key. */
export const strokes: { readonly [N in PlainName]?: Stroke } = { AddPartner: "p" };

export type PlainName = keyof typeof plain;

export const plainNames = Object.keys(plain) as PlainName[];

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
  "SetDue",
  "VerifyResult",
  "SetPrivate",
  "Delete",
  "Restore",
  "LoadCatalogue",
  "DraftCommitments",
  "Undo",
  "Redo",
] as const satisfies readonly EditName[];

export function isPlain(name: string): name is PlainName {
  return name in plain;
}

/** The entry of a command, as any command's. */
export function entryOf(name: PlainName): Entry<EditName> {
  return plain[name] as unknown as Entry<EditName>;
}

/** Those that can be done with the open item, or without one, by group. */
export function offered(page: ItemPage | undefined, readOnly: boolean): PlainName[] {
  if (readOnly) return [];
  const can = plainNames.filter((name) => {
    const { on, row, when } = entryOf(name);
    if (on.length === 0) return true;
    if (!page || page.deleted || !on.includes(page.type)) return false;
    return (when?.(page) ?? true) && (row === undefined || row.of(page).length > 0);
  });
  return can.sort((a, b) => groups.indexOf(entryOf(a).group) - groups.indexOf(entryOf(b).group));
}
