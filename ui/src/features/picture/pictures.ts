// The table of pictures: what each asks, what can be chosen in it, and how its answer is shown. A picture is one entry here,
// its words `picture.name`, and its file beside this one.
import type { Args, Owed, Reply, Step } from "../../queries/types";
import type { Words } from "../../strings/words";
import { showDueLine } from "./due-line";
import { showHeat } from "./heat";
import { showOverTime } from "./over-time";
import type { Shown } from "./shown";
import { showAges, showStatus } from "./status";

export type Asked = "StatusBy" | "Ageing" | "Heat" | "OverTime" | "DueLine";
export type Choice = "framework" | "owed" | "step";

/** What was chosen, and of which day and list it is. */
export type Options = {
  framework: string | null;
  owed: Owed;
  step: Step;
  /** Lines of dues. */
  limit: number;
  filter: string;
  asOf: string;
};

/** The most lines of dues. */
export const LINES = 200;
export const FEW = 40;

export type Picture = {
  query: Asked;
  choices: readonly Choice[];
  args: (options: Options) => object;
  show: (reply: unknown, words: Words, options: Options) => Shown;
};

function picture<N extends Asked>(one: {
  query: N;
  choices?: readonly Choice[];
  args?: (options: Options) => Args<N>;
  show: (reply: Reply<N>, words: Words, options: Options) => Shown;
}): Picture {
  return {
    query: one.query,
    choices: one.choices ?? [],
    args: one.args ?? (() => ({})),
    show: (reply, words, options) => one.show(reply as Reply<N>, words, options),
  };
}

/** How many steps back a line over time begins. */
const BACK: Record<Step, number> = { month: 24, quarter: 60, year: 180 };

function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
}

export const pictures = {
  status_lead: picture({
    query: "StatusBy",
    args: () => ({ by: "lead" }),
    show: (reply, words, { filter }) => showStatus(reply, words, filter),
  }),
  status_theme: picture({
    query: "StatusBy",
    choices: ["framework"],
    args: ({ framework }) => ({ by: "theme", framework }),
    show: (reply, words, { filter }) => showStatus(reply, words, filter),
  }),
  over_time: picture({
    query: "OverTime",
    choices: ["step"],
    args: ({ step, asOf }) => ({ step, from: monthsBefore(asOf, BACK[step]) }),
    show: (reply, words, { filter }) => showOverTime(reply, words, filter),
  }),
  ageing: picture({
    query: "Ageing",
    show: (reply, words, { filter }) => showAges(reply, words, filter),
  }),
  heat: picture({
    query: "Heat",
    choices: ["owed", "framework"],
    args: ({ owed, framework }) => ({ owed, framework }),
    show: (reply, words, { filter, owed }) => showHeat(reply, words, filter, owed),
  }),
  due_line: picture({
    query: "DueLine",
    args: ({ limit }) => ({ limit }),
    show: (reply, words, { limit }) => showDueLine(reply, words, limit, LINES),
  }),
} as const;

export type { PictureName } from "./names";
