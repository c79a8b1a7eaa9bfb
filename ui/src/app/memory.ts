// Where one was: of each place its item, filter, groups and scroll, and the place itself, so that a view that is come
// back to is as it was left, also after a restart. Kept on this machine for each workspace file; it holds
// references only, no words of the workspace but those that were typed as a filter or a search.
import type { Fold } from "../shared/grid/folds";
import { firstView, type Place, placeKey, type Step, type View } from "./view";

/** How a place was left. */
export type Left = {
  item: string | null;
  filter: string;
  group: string | null;
  /** Row of the item, and the first row in sight. */
  index: number;
  first: number;
  /** Which groups are folded, of the groups by what. */
  fold?: Fold & { by: string };
};

type Stored = { place: Place; pane: View["pane"]; places: [string, Left][]; opened?: string[] };

/** Places beyond these are forgotten, the longest unseen first. */
const PLACES = 40;
/** So many items that were opened last are offered again. */
const OPENED = 8;
const nowhere: Left = { item: null, filter: "", group: null, index: 0, first: 0 };

export class Memory {
  #places = new Map<string, Left>();
  #opened: string[] = [];
  readonly #changed: () => void;

  /** `changed` is called after each change, and is to be quick. */
  constructor(changed: () => void = () => {}) {
    this.#changed = changed;
  }

  /** The items that were looked at last, the latest first. */
  get opened(): readonly string[] {
    return this.#opened;
  }

  lookedAt(item: string): void {
    this.#opened = [item, ...this.#opened.filter((other) => other !== item)].slice(0, OPENED);
    this.#changed();
  }

  recall(place: Place): Left | undefined {
    return this.#places.get(placeKey(place));
  }

  keep(place: Place, left: Partial<Left>): void {
    const key = placeKey(place);
    const before = this.#places.get(key) ?? nowhere;
    this.#places.delete(key);
    this.#places.set(key, { ...before, ...left });
    for (const oldest of this.#places.keys()) {
      if (this.#places.size <= PLACES) break;
      this.#places.delete(oldest);
    }
    this.#changed();
  }

  /** A step to another place goes on where that place was left, unless the step says otherwise. */
  asLeft(view: View, next: Step): Step {
    if (next.do !== "go" || placeKey(next.place) === placeKey(view.place)) return next;
    const left = this.recall(next.place);
    if (!left || next.filter !== undefined || next.group !== undefined) return next;
    return { ...next, item: next.item ?? left.item, filter: left.filter, group: left.group };
  }

  store(view: View): string {
    const stored: Stored = {
      place: view.place,
      pane: view.pane,
      places: [...this.#places],
      opened: this.#opened,
    };
    return JSON.stringify(stored);
  }

  /** The view that was stored; the first one where nothing can be read. */
  load(text: string | null): View {
    this.#places = new Map();
    this.#opened = [];
    try {
      const stored = JSON.parse(text ?? "null") as Stored | null;
      if (!stored || typeof stored.place?.at !== "string" || !Array.isArray(stored.places)) return firstView;
      this.#places = new Map(stored.places.map(([key, left]) => [key, { ...nowhere, ...left }]));
      this.#opened = (stored.opened ?? []).slice(0, OPENED);
      const left = this.recall(stored.place) ?? nowhere;
      const { item, filter, group } = left;
      return { ...firstView, place: stored.place, pane: stored.pane, item, filter, group };
    } catch {
      return firstView;
    }
  }
}
