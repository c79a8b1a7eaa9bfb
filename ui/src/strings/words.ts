// How the nouns of the program are said: states with their shapes, days, places, numbers. Words come from the JSON files,
// forms of dates and numbers from the user's own settings. Made once a language and given to all: to make the forms of dates
// costs more than to draw a row.
import { createContext, useContext } from "react";
import type { useTranslations as translations } from "use-intl";
import type { ProgressState, Stance, Status, UseRow } from "../ipc/commands";

export { useLocale } from "use-intl";

type Shape = "empty" | "half" | "most" | "crossed" | "square" | "full" | "dash" | "bars";
type Tone = "quiet" | "wait" | "done" | "late" | "soon";

/** How each status is drawn: one line a status. */
export const statusMarks: Record<Status, { shape: Shape; tone: Tone }> = {
  not_started: { shape: "empty", tone: "quiet" },
  under_implementation: { shape: "half", tone: "quiet" },
  partially_implemented: { shape: "most", tone: "quiet" },
  not_implemented: { shape: "crossed", tone: "late" },
  reported_implemented: { shape: "square", tone: "wait" },
  implemented: { shape: "full", tone: "done" },
  partially_implemented_no_further_action: { shape: "most", tone: "done" },
  overtaken_by_events: { shape: "dash", tone: "quiet" },
  closed_without_implementation: { shape: "crossed", tone: "quiet" },
  superseded: { shape: "dash", tone: "quiet" },
  suspended: { shape: "bars", tone: "soon" },
};

/** How a recommendation's state is drawn. */
export const progressMarks: Record<ProgressState, { shape: Shape; tone: Tone }> = {
  not_taken_up: { shape: "empty", tone: "quiet" },
  open: { shape: "half", tone: "quiet" },
  overdue: { shape: "half", tone: "late" },
  waiting: { shape: "square", tone: "wait" },
  suspended: { shape: "bars", tone: "soon" },
  implemented: { shape: "full", tone: "done" },
  partly: { shape: "most", tone: "done" },
  closed: { shape: "crossed", tone: "quiet" },
  overtaken: { shape: "dash", tone: "quiet" },
};

/** What is marked of an item besides its state, and where its words stand. */
export const tagMarks = {
  drafted: { kind: "draft", word: "commitment.drafted" },
  noLead: { kind: "late", word: "commitment.noLead" },
  private: { kind: "private", word: "item.private" },
  implied: { kind: "draft", word: "recommendation.implied" },
  inBin: { kind: "late", word: "item.inBin" },
  catalogue: { kind: "quiet", word: "recommendation.catalogue" },
} as const;
export type TagName = keyof typeof tagMarks;

export const stances: readonly Stance[] = ["supports", "contradicts", "mixed", "context"];

function utc(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

export type Translate = ReturnType<typeof translations<never>>;

/** Made when it is first needed: the system takes some milliseconds for each form of dates. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The words of a language, in this manner of dates and numbers. */
export function makeWords(t: Translate, locale: string) {
  const dates = (form: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, form));
  const days = dates({ dateStyle: "long", timeZone: "UTC" });
  const shortDays = dates({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const months = dates({ month: "long", year: "numeric", timeZone: "UTC" });
  const moments = dates({ dateStyle: "medium", timeStyle: "short" });
  const times = dates({ timeStyle: "short" });
  const numbers = once(() => new Intl.NumberFormat(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const said = (form: () => Intl.DateTimeFormat, date: Date, text: string) =>
    Number.isNaN(date.getTime()) ? text : form().format(date);
  const bytes = (count: number) => {
    const [unit, size] =
      count >= 1e9
        ? (["gigabyte", count / 1e9] as const)
        : count >= 1e6
          ? (["megabyte", count / 1e6] as const)
          : count >= 1e3
            ? (["kilobyte", count / 1e3] as const)
            : (["byte", count] as const);
    return new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits: size < 10 && unit !== "byte" ? 1 : 0,
    }).format(size);
  };
  const day = (text: string) => said(days, utc(text), text);
  const marked = (of: Status, label: string) => ({
    ...statusMarks[of],
    label,
    mark: `status.${of}`,
    means: t(`means.status.${of}`),
  });
  const late = { "data-mark": "overdue", title: t("terms.overdue.text") };
  return {
    t,
    bytes,
    day,
    /** What stands beside the title of a piece of evidence. */
    evidence: (use: UseRow): string[] =>
      [
        use.page !== null && t("place.page", { page: use.page }),
        use.date !== null && t("evidence.speaksOf", { day: day(use.date) }),
        use.independent && t("evidence.independent"),
        use.level !== null && t(`level.${use.level}`),
        use.bytes !== null && bytes(use.bytes),
      ].filter((detail) => detail !== false),
    /** A date as precise as it is known: 2021, March 2021, 25 March 2021. */
    roughly: (text: string) => {
      if (text.length === 4) return text;
      return text.length === 7 ? said(months, utc(`${text}-01`), text) : day(text);
    },
    shortDay: (day: string) => said(shortDays, utc(day), day),
    moment: (at: string) => said(moments, new Date(at), at),
    /** The time of day. */
    time: (at: Date) => said(times, at, ""),
    number: (value: number) => numbers().format(value),
    list: (names: readonly string[]) => lists().format(names),
    status: (status: Status) => marked(status, t(`status.${status}`)),
    statusShort: (status: Status) => marked(status, t(`statusShort.${status}`)),
    progress: (state: ProgressState) => ({
      ...progressMarks[state],
      label: t(`progressState.${state}`),
      mark: `progress.${state}`,
      means: t(`means.progress.${state}`),
    }),
    /** On what says that an open commitment is past its due. */
    late,
    lateBy: (days: number) => ({ ...late, children: t("due.late", { days }) }),
    /** What else is marked. */
    tag: (tag: TagName) => ({
      kind: tagMarks[tag].kind,
      mark: `tag.${tag}`,
      means: t(`means.tag.${tag}`),
      children: t(tagMarks[tag].word),
    }),
    place: (page: string | null, line: number | null) => {
      if (page !== null)
        return line === null ? t("place.page", { page }) : t("place.pageLine", { page, line });
      return line === null ? null : t("place.line", { line });
    },
    /** "2021–2023", so by 31 December 2023. */
    due: (due: { stated: string; due_by: string | null }) =>
      due.due_by === null
        ? t("due.stated", { stated: due.stated })
        : t("due.statedBy", { stated: due.stated, day: said(days, utc(due.due_by), due.due_by) }),
  };
}

export type Words = ReturnType<typeof makeWords>;

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("There are no words here: put <Words> around it.");
  return words;
}

export const useTranslations = (): Translate => useWords().t;

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** The machine's local day. */
export function localToday(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
