// What the officer chose about the columns of each list: kept by the web view on this machine, not in the workspace. A
// list without a choice of its own has that of its noun.
import { useCallback, useMemo, useState } from "react";
import { type Layout, PLAIN, readLayout } from "../shared/grid/columns";
import { kept, keep as remember } from "../shared/kept";
import type { Place } from "./view";

export type Noun = "commitments" | "recommendations" | "actors" | "sources";

/** A name for the list of a place: the same for each lead and for each source. */
export function listName(place: Place): string {
  return place.at === "queue" ? `queue.${place.queue}` : place.at;
}

const name = (list: string) => `columns.${list}`;

export type Layouts = {
  layout: Layout;
  change: (next: (layout: Layout) => Layout) => void;
  /** The same columns for every list of the noun that has none of its own. */
  forAll: () => void;
  reset: () => void;
};

/** The layout of a list; of one without a choice of its own, that of its noun. */
export const layoutOf = (list: string, noun?: Noun): Layout =>
  readLayout(kept(name(list)) || (noun ? kept(name(`all.${noun}`)) : null));

export function useLayout(list: string, noun: Noun): Layouts {
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each change.
  const layout = useMemo(() => layoutOf(list, noun), [list, noun, round]);
  const keep = useCallback((list: string, layout: Layout | null) => {
    remember(name(list), layout === null ? "" : JSON.stringify(layout));
    setRound((before) => before + 1);
  }, []);
  const change = useCallback(
    (next: (layout: Layout) => Layout) => keep(list, next(layoutOf(list, noun))),
    [keep, list, noun],
  );
  return {
    layout,
    change,
    forAll: useCallback(() => keep(`all.${noun}`, { ...layout, sort: [] }), [keep, noun, layout]),
    reset: useCallback(() => {
      remember(name(`all.${noun}`), "");
      keep(list, { ...PLAIN, sort: layout.sort });
    }, [keep, list, noun, layout.sort]),
  };
}
