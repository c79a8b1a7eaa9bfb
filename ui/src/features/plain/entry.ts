// What an entry of the table of plain forms says of its command. Holds no entry itself.
import type { ReactNode } from "react";
import type { Args, EditName, ItemPage, Name, Reply, Run } from "../../queries/types";
import type { Picked, Values } from "../../shared/form/values";
import type { Words } from "../../strings/words";
import type { FieldFor } from "./fields";

export type ItemType = ItemPage["type"];

/** Under which heading of "More" it stands, in this order. */
export const groups = ["state", "who", "when", "links", "results", "desk"] as const;
export type Group = (typeof groups)[number];

/** A row of a page that a command can be about (an addressee, a milestone), with what an edit of it starts from. */
export type Row = { id: string; label: string; values?: Values };

export type Preview = {
  ask: (run: Run, args: object) => Promise<unknown>;
  /** What makes the act of the question, where both are one command. */
  sure: object;
  tell: (reply: unknown, words: Words) => ReactNode;
};

/** A preview by a command: the act itself with `ask` in its arguments, or a query that takes those of `keep`. */
export function previewed<N extends Name>(preview: {
  by: N;
  ask?: Partial<Args<N>>;
  keep?: readonly (keyof Args<N> & string)[];
  sure?: object;
  tell: (reply: Reply<N>, words: Words) => ReactNode;
}): Preview {
  return {
    ask: async (run, args) => {
      const { keep } = preview;
      const kept = Object.entries(args).filter(([name]) => !keep || keep.some((one) => one === name));
      const all = { ...Object.fromEntries(kept), ...preview.ask };
      return (await run(preview.by, all as unknown as Args<N>)).reply;
    },
    sure: preview.sure ?? {},
    tell: (reply, words) => preview.tell(reply as Reply<N>, words),
  };
}

export type Entry<N extends EditName> = {
  group: Group;
  /** The items it is about; none: it stands alone and makes something new. */
  on: readonly ItemType[];
  /** Which argument the open item fills. */
  of?: keyof Args<N> & string;
  /** Which argument a row of the page fills, and which rows there are: without any it is not offered. */
  row?: { arg: keyof Args<N> & string; of: (page: ItemPage) => readonly Row[] };
  /** By the names of the arguments, in the order in which they are asked. */
  fields: { [K in keyof Args<N>]?: FieldFor<Args<N>[K]> };
  /** Arguments that are always the same. */
  always?: Partial<Args<N>>;
  /** What an edit starts from: then only what was changed is sent, and what was emptied is cleared. */
  edits?: (page: ItemPage) => Values;
  /** What would come of it is shown first, and done when that is confirmed. */
  preview?: Preview;
  /** What it makes has a page, which is opened. */
  opens?: boolean;
  /** Not offered by itself: what it is about is given by what opens it. */
  given?: boolean;
  /** Only offered on such a page. */
  when?: (page: ItemPage) => boolean;
};

export type Table = { [N in EditName]?: Entry<N> };

/** A further form of a command. */
export type Also<N extends EditName> = Entry<N> & { command: N };

/** An open item as what a field has picked. */
export function picked(page: ItemPage): Picked {
  const name =
    page.type === "commitment"
      ? page.deliverable
      : page.type === "recommendation"
        ? (page.heading ?? page.text)
        : "name" in page
          ? page.name
          : "title" in page
            ? page.title
            : page.text;
  return { id: page.id, ref: page.ref, name };
}

/** Reads something of pages of one type, and nothing of others. */
export function of<T extends ItemType, V>(
  type: T,
  read: (page: Extract<ItemPage, { type: T }>) => V,
  otherwise: V,
): (page: ItemPage) => V {
  return (page) => (page.type === type ? read(page as Extract<ItemPage, { type: T }>) : otherwise);
}

export const rowsOf = <T extends ItemType>(
  type: T,
  read: (page: Extract<ItemPage, { type: T }>) => readonly Row[],
) => of<T, readonly Row[]>(type, read, []);
