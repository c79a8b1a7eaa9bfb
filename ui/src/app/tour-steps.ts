// The steps of the practice tour, each in one entry: what it is called in the words (`tour.step.<id>`), where it is done,
// and how one sees that it was done - from what the window shows and what the core answered, never from the page.
import type { Name } from "../ipc/door";
import { inWorkspace, keep, kept } from "../shared/kept";
import { home, type Step, samePlace, type View } from "./view";

/** What the window shows, what it showed before, and the command that was answered, if one was. */
export type Seen = { view: View; before: View; answered: Name | null };

export type TourStep = {
  id: "choose" | "update" | "undo" | "search" | "review" | "letter" | "export";
  /** Where it is done, for "Take me there". */
  there?: Step;
  done: (seen: Seen) => boolean;
};

const closed = (seen: Seen, window: View["window"]) =>
  seen.before.window === window && seen.view.window === null;

export const tourSteps: readonly TourStep[] = [
  {
    id: "choose",
    there: { do: "go", place: home },
    done: ({ view, before }) =>
      before.item !== null &&
      view.item !== null &&
      view.item !== before.item &&
      samePlace(before.place, view.place),
  },
  { id: "update", done: ({ answered }) => answered === "LogUpdate" },
  { id: "undo", done: ({ answered }) => answered === "Undo" },
  {
    id: "search",
    done: (seen) =>
      closed(seen, "palette") &&
      (seen.view.item !== seen.before.item || seen.view.place !== seen.before.place),
  },
  {
    id: "review",
    there: { do: "go", place: home },
    done: ({ view, before }) => before.review === "run" && view.review === null,
  },
  {
    id: "letter",
    there: { do: "go", place: { at: "actors" } },
    done: (seen) => closed(seen, "letter"),
  },
  { id: "export", done: ({ answered }) => answered === "Summary" },
];

/** A kept place in the tour: the number of the step; as many as there are steps: its end. Nothing: it is not shown. */
export const TOUR = "tour";

/** Where the tour of the open workspace stands. */
export function tourAt(): number | null {
  const at = kept(inWorkspace(TOUR));
  const step = at === null ? Number.NaN : Number(at);
  return Number.isInteger(step) && step >= 0 && step <= tourSteps.length ? step : null;
}

export const keepTour = (at: number | null) => keep(inWorkspace(TOUR), at === null ? null : String(at));

const MADE = "practice.made";
const BEGIN = "practice.begin";
const IS = "practice.file";

/** What a new practice file is called: each has a number, so that none stands in the way of the next. */
export function practiceName(word: string): string {
  const made = Number(kept(MADE) ?? "0");
  return `${made > 0 ? `${word} ${made + 1}` : word}.followthrough`;
}

/** A practice file was made: the tour begins when it is shown. */
export function practiceMade(): void {
  keep(MADE, String(Number(kept(MADE) ?? "0") + 1));
  keep(BEGIN, "yes");
}

/** Whether the tour begins in the workspace that is shown now. */
export function begins(): boolean {
  if (kept(BEGIN) === null) return false;
  keep(BEGIN, null);
  keep(inWorkspace(IS), "yes");
  return true;
}

export const isPractice = () => kept(inWorkspace(IS)) !== null;

/** What a new practice file is called, and that it was made. */
export const practice = (word: string) => ({ name: () => practiceName(word), made: practiceMade });
