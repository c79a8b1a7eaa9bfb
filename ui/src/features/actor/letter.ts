// The words of a status letter: plain text to paste in a mail, in the language of the words that are given; what it is
// about stands in its own words. Asks nothing and shows nothing.
import type { OwedAnswer, OwedItem, OwedReply, OwedResponse } from "../../queries/types";
import type { Words } from "../../strings/words";

/** A text of several lines, all but the first set in. */
const setIn = (text: string) =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .join("\n   ");

function item(one: OwedItem, { t, day, due }: Words, tree: boolean): string[] {
  const drafted = one.drafted ? ` ${t("letter.drafted")}` : "";
  const late =
    one.days_overdue === null ? "" : `${t("list.comma")}${t("due.overdue", { days: one.days_overdue })}`;
  const first = one.first_stated && { stated: one.first_stated, due_by: one.first_by };
  return [
    [one.recommendation, one.commitment, tree && one.lead].filter(Boolean).join(" · "),
    `${setIn(one.deliverable)}${drafted}`,
    ...(one.due_stated
      ? [`${t("letter.due", { due: due({ stated: one.due_stated, due_by: one.due_by }) })}${late}`]
      : []),
    ...(first ? [t("letter.first", { due: due(first) })] : []),
    t("letter.status", { status: t(`status.${one.status}`) }),
    one.word
      ? t("letter.word", {
          day: one.word.by ? `${day(one.word.day)} (${one.word.by})` : day(one.word.day),
          text: setIn(one.word.text),
        })
      : t("letter.noWord"),
  ];
}

function answer(one: OwedAnswer, { t, day, list }: Words): string[] {
  return [
    `${one.request} · ${day(one.day)}`,
    setIn(one.text),
    ...(one.about.length > 0 ? [t("letter.about", { refs: list(one.about) })] : []),
    ...(one.reply_by ? [t("letter.reply", { day: day(one.reply_by) })] : []),
    ...(one.last_reminded ? [t("letter.reminded", { day: day(one.last_reminded) })] : []),
  ];
}

function response(one: OwedResponse, { t, day }: Words): string[] {
  return [
    `${one.recommendation} · ${one.source}`,
    setIn(one.heading ? `${one.heading}: ${one.text}` : one.text),
    ...(one.sent_on ? [t("letter.sent", { day: day(one.sent_on) })] : []),
    ...(one.reply_by ? [t("letter.reply", { day: day(one.reply_by) })] : []),
  ];
}

export function letterSubject(owed: OwedReply, { t, day }: Words): string {
  return t("letter.subject", { day: day(owed.as_of), name: owed.actor.name });
}

export function letterText(owed: OwedReply, words: Words): string {
  const { t, day, number } = words;
  const section = <Row>(
    title: (count: number) => string,
    total: number,
    rows: readonly Row[],
    say: (row: Row, words: Words, tree: boolean) => string[],
  ) => {
    if (total === 0) return [];
    const told = rows.map((row, i) => `${number(i + 1)}. ${say(row, words, owed.tree).join("\n   ")}`);
    const more = total > rows.length ? [t("letter.more", { count: total - rows.length })] : [];
    return [[title(total), ...told, ...more].join("\n\n")];
  };
  const sections = [
    ...section((count) => t("letter.overdue", { count }), owed.overdue_total, owed.overdue, item),
    ...section(
      (count) => t("letter.soon", { count, day: day(owed.soon) }),
      owed.due_soon_total,
      owed.due_soon,
      item,
    ),
    ...section((count) => t("letter.answers", { count }), owed.answers_total, owed.answers, answer),
    ...section((count) => t("letter.responses", { count }), owed.responses_total, owed.responses, response),
  ];
  const about = { name: owed.actor.name, day: day(owed.as_of) };
  const body =
    sections.length > 0
      ? [t("letter.intro", about), ...sections, t("letter.ask")]
      : [t("letter.nothing", about)];
  return [t("letter.greeting"), ...body, `${t("letter.closing")}\n${owed.desk}`].join("\n\n");
}

/** Longer addresses are cut or refused by mail programs. */
const LONGEST = 1900;

/** The address that opens a mail; `whole` says whether the letter is in it. */
export function mailto(
  contact: string | null,
  subject: string,
  text: string,
): { url: string; whole: boolean } {
  const to = contact?.match(/[^\s<>;,()]+@[^\s<>;,()]+/)?.[0] ?? "";
  const say = (words: string) => encodeURIComponent(words.replace(/\n/g, "\r\n"));
  const bare = `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${say(subject)}`;
  const url = `${bare}&body=${say(text)}`;
  return url.length <= LONGEST ? { url, whole: true } : { url: bare, whole: false };
}
