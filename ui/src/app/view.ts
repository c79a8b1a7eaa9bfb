// What the window shows: the view state, and the steps that lead from one view to the next. Nothing here comes from the
// core; what it answered is in `queries`.
import type { PictureName } from "../features/picture/names";
import type { PlainName } from "../features/plain/forms";
import type { ReportName } from "../features/report/reports";
import type { Grant, Kind, Queue } from "../queries/types";
import type { Picked, Values } from "../shared/form/values";

export type Place =
  | { at: "queue"; queue: Queue }
  | { at: "lead"; lead: Picked }
  | { at: "recommendations"; source: Picked | null }
  | { at: "actors" }
  | { at: "sources" }
  | { at: "report"; report: ReportName; given?: Values }
  | { at: "picture"; picture: PictureName }
  | { at: "diary" }
  | { at: "compare" }
  | { at: "search"; words: string; kind: Kind | null }
  | { at: "bin" };

export type FormName =
  | "update"
  | "correct"
  | "evidence"
  | "verify"
  | "return"
  | "escalate"
  | "ask-again"
  | "due"
  | "lead"
  | "edit"
  | "private"
  | "addressee"
  | "assess"
  | "use"
  | "plain"
  | "new-commitment"
  | "new-recommendation"
  | "new-actor"
  | "new-source";

export type OpenForm = {
  name: FormName;
  target?: string;
  file?: Grant;
  link?: string;
  /** Of the plain form: its command, and what is given of its arguments. */
  command?: PlainName;
  fill?: Values;
};
export type WindowName =
  | "as-of"
  | "palette"
  | "keys"
  | "manual"
  | "export"
  | "new"
  | "check"
  | "about"
  | "recent"
  | "catalogue"
  | "columns"
  | "paste"
  | "letter"
  | null;

export type View = {
  place: Place;
  item: string | null;
  /** Items gone through by links, for the way back. */
  trail: string[];
  /** Where a mark of a picture was opened, for the way back. */
  came: Pick<View, "place" | "filter" | "group" | "asOf"> | null;
  form: OpenForm | null;
  history: boolean;
  /** A run through a list: one item at a time, or the full page of one, over the whole width. */
  review: "run" | "page" | null;
  window: WindowName;
  /** null: today. */
  asOf: string | null;
  /** The entry of the log after which it was known; null: what is known now. */
  known: number | null;
  /** Which pane a narrow window shows. */
  pane: "list" | "item";
  /** The side pane of a narrow window is out. */
  side: boolean;
  /** The text form of what the list shows of its place; "" for all. */
  filter: string;
  /** By what the list is grouped. */
  group: string | null;
  onlySource: Picked | null;
  onlyLead: Picked | null;
  /** The list has the room of the item too, until that is gone to. */
  alone: boolean;
};

/** Which list it is, and how it is narrowed. */
export type Where = Pick<View, "place" | "filter" | "group" | "onlySource" | "onlyLead">;

/** What a list draws of the view. */
export type ListView = Where & Pick<View, "item" | "asOf" | "known" | "window">;

/** The windows that are a list's own. */
export const ofList = (window: View["window"]) =>
  window === "columns" || window === "paste" ? window : null;

export function whereOf({ place, filter, group, onlySource, onlyLead }: View): Where {
  return { place, filter, group, onlySource, onlyLead };
}

export const home: Place = { at: "queue", queue: "overdue" };

export const firstView: View = {
  place: home,
  item: null,
  trail: [],
  came: null,
  form: null,
  history: false,
  review: null,
  window: null,
  asOf: null,
  known: null,
  pane: "list",
  side: false,
  filter: "",
  group: "lead",
  onlySource: null,
  onlyLead: null,
  alone: false,
};

export type Step =
  | { do: "go"; place: Place; item?: string | null; filter?: string; group?: string | null }
  /** From a mark of a picture to its list, as of its day. */
  | { do: "follow"; place: Place; filter: string; asOf: string | null }
  /** Chosen in the list. */
  | { do: "select"; item: string }
  /** Come to by a link, a search or an act. */
  | { do: "open"; item: string }
  | { do: "show"; pane: View["pane"] }
  | { do: "form"; form: OpenForm | null }
  | { do: "history"; on?: boolean }
  /** To an item of the run, to its full page, or out of the run; `where` is the list that it goes through. */
  | { do: "review"; on: View["review"]; item?: string | null; where?: Where }
  | { do: "window"; window: WindowName }
  | { do: "asOf"; day: string | null; known?: number | null }
  | { do: "known"; entry: number | null }
  | { do: "side"; out: boolean }
  | { do: "alone" }
  | { do: "filter"; filter?: string; group?: string | null; source?: Picked | null; lead?: Picked | null }
  | { do: "back" }
  /** As it was in a workspace that is opened again. */
  | { do: "restore"; view: View };

/** A name for a place that stays when the things in it are renamed. */
export function placeKey(place: Place): string {
  switch (place.at) {
    case "queue":
      return `queue ${place.queue}`;
    case "lead":
      return `lead ${place.lead.id}`;
    case "report":
      return `report ${place.report}`;
    case "recommendations":
      return `recommendations ${place.source?.id ?? ""}`;
    default:
      return place.at;
  }
}

export function samePlace(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b);
}

/** Each place begins with all it has; a place that is asked for again keeps what it was narrowed to. */
function narrowed(view: View, next: Extract<Step, { do: "go" }>): Pick<View, "filter" | "group"> {
  const again = samePlace(view.place, next.place) && next.filter === undefined;
  if (again) return { filter: view.filter, group: view.group };
  return {
    filter: next.filter ?? "",
    group: next.group === undefined ? (samePlace(next.place, home) ? "lead" : null) : next.group,
  };
}

export function step(view: View, next: Step): View {
  switch (next.do) {
    case "go":
      return {
        ...view,
        place: next.place,
        ...narrowed(view, next),
        item: next.item ?? (samePlace(view.place, next.place) ? view.item : null),
        trail: [],
        came: null,
        form: null,
        history: false,
        review: null,
        window: null,
        pane: "list",
        side: false,
      };
    case "follow": {
      const { place, filter, group, asOf } = view;
      const there = step(view, { do: "go", place: next.place, filter: next.filter, group: null });
      return { ...there, asOf: next.asOf, came: { place, filter, group, asOf } };
    }
    case "select":
      if (view.item === next.item) return view;
      return { ...view, item: next.item, trail: [], form: null };
    case "open":
      return {
        ...view,
        item: next.item,
        trail: view.item && view.item !== next.item ? [...view.trail, view.item].slice(-50) : view.trail,
        form: null,
        history: false,
        review: view.review && "page",
        window: null,
        pane: "item",
      };
    case "show":
      return { ...view, pane: next.pane };
    case "form":
      return { ...view, form: next.form, window: null, pane: next.form ? "item" : view.pane };
    case "history":
      return {
        ...view,
        history: next.on ?? !view.history,
        review: view.review && "page",
        form: null,
        pane: "item",
      };
    case "review":
      return {
        ...view,
        ...next.where,
        review: next.on,
        item: next.item === undefined ? view.item : next.item,
        trail: [],
        form: null,
        history: false,
        window: null,
        pane: next.on === null ? "list" : "item",
        side: false,
      };
    case "window":
      return { ...view, window: next.window };
    case "asOf":
      return { ...view, asOf: next.day, known: next.known === undefined ? view.known : next.known };
    case "known":
      return { ...view, known: next.entry, history: false };
    case "side":
      return { ...view, side: next.out };
    case "alone":
      return { ...view, alone: !view.alone, pane: "list" };
    case "filter":
      return {
        ...view,
        filter: next.filter ?? view.filter,
        group: next.group === undefined ? view.group : next.group,
        onlySource: next.source === undefined ? view.onlySource : next.source,
        onlyLead: next.lead === undefined ? view.onlyLead : next.lead,
      };
    case "back":
      return back(view);
    case "restore":
      return next.view;
  }
}

/** One step back, the nearest thing first. */
function back(view: View): View {
  if (view.window) return { ...view, window: null };
  if (view.side) return { ...view, side: false };
  if (view.form) return { ...view, form: null };
  if (view.history) return { ...view, history: false };
  const before = view.trail[view.trail.length - 1];
  if (view.review === "page" && view.trail.length < 2)
    return { ...view, review: "run", item: before ?? view.item, trail: [] };
  if (before !== undefined) return { ...view, item: before, trail: view.trail.slice(0, -1) };
  if (view.pane === "item") return { ...view, pane: "list" };
  if (view.came) return { ...view, ...view.came, item: null, came: null };
  return { ...view, pane: "list" };
}
