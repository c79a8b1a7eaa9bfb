// Which groups of a list are folded: kept with its place, for the way by which it is grouped.
import { useMemo, useState } from "react";
import { ALL_FOLDED, type Fold, isFolded, NONE_FOLDED, withFolded } from "../shared/grid/folds";
import type { Folds } from "../shared/grid/Grid";
import { useMemory } from "./use-view";
import type { Place } from "./view";

/** `by`: by what the list is grouped. */
export function useFolds(place: Place, by: string | null): Folds {
  const memory = useMemory();
  const [kept, setKept] = useState(() => memory.recall(place)?.fold);
  const fold = kept?.by === by ? kept : NONE_FOLDED;
  return useMemo(() => {
    const put = (next: Fold) => {
      if (by === null) return;
      memory.keep(place, { fold: { by, ...next } });
      setKept({ by, ...next });
    };
    return {
      is: (key) => isFolded(fold, key),
      set: (key, folded) => put(withFolded(fold, key, folded)),
      all: (folded) => put(folded ? ALL_FOLDED : NONE_FOLDED),
    };
  }, [memory, place, by, fold]);
}
