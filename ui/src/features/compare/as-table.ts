// A comparison as text with tabs, to be pasted into a spreadsheet, a letter or a mail.
import type { CompareReply, CompareSide } from "../../queries/types";
import type { Words } from "../../strings/words";
import { difference, leadRows, mainRows, statusRows } from "./rows";

export function asTable(reply: CompareReply, words: Words): string {
  const { t, shortDay, number } = words;
  const counts = [...mainRows(reply, words), ...statusRows(reply, words), ...leadRows(reply, words)].map(
    ({ name, pair }) => [name, number(pair.from), number(pair.to), difference(pair, words)],
  );
  const items = reply.moved.flatMap((kind) =>
    kind.items.map((item) => [
      t(`compareKind.${kind.what}`),
      `${item.ref} ${item.title}`,
      stood(item.before, words),
      stood(item.after, words),
    ]),
  );
  const head = ["", shortDay(reply.from), shortDay(reply.to), t("compare.difference")];
  const plain = (cell: string) => cell.replaceAll(/\s+/g, " ");
  return [head, ...counts, ...items].map((row) => row.map(plain).join("\t")).join("\n");
}

/** How a commitment stood, in one line. */
export function stood(side: CompareSide | null, words: Words): string {
  const { t } = words;
  if (side === null) return t("compare.notThere");
  return [
    words.status(side.status).label,
    side.lead ?? t("columns.noLead"),
    dueOf(side, words),
    side.overdue ? t("columns.overdue") : "",
  ]
    .filter((part) => part !== "")
    .join(t("list.comma"));
}

export function dueOf(side: CompareSide, { t, shortDay }: Words): string {
  if (side.due_by !== null) return shortDay(side.due_by);
  return side.due_stated ?? t("columns.noDate");
}
