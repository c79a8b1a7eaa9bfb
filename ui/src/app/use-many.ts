// Which rows of a list are selected, found again when they are asked for: ids with the place where they stood, or all
// that the list admits. Begins anew with another filter, group or order.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { PAGE, type RowsOf, type Stretches } from "../queries/rows";
import type { Select } from "../shared/grid/Grid";
import {
  ALL_MARKED,
  isMarked,
  MOST_MARKS,
  markCount,
  NO_MARKS,
  type Placed,
  pagesOf,
  placesOf,
  rangeMarked,
  toggledMark,
} from "../shared/grid/marks";
import { say } from "../shared/ui/announce";
import { useWords } from "../strings/words";
import { told } from "./told";

export type Many<Row> = {
  select: Select<Row>;
  /** All that the list admits. */
  all: boolean;
  ids: () => string[];
  /** The selected rows in the order of the list, at most so many as can be selected one by one; null if that was refused. */
  found: () => Promise<Row[] | null>;
};

export function useMany<Row extends { id: string }>(
  rows: RowsOf<Row>,
  of: string,
  open: () => Placed | null,
): Many<Row> {
  const { t } = useWords();
  const [marks, setMarks] = useState(NO_MARKS);
  const { total, whole, fetchPages } = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, nothing is selected in it.
  useEffect(() => setMarks(NO_MARKS), [of]);
  const now = useRef({ rows, open });
  now.current = { rows, open };
  const asked = useRef(0);

  const range = useCallback(
    async (stretches: Stretches) => {
      asked.current += 1;
      const mine = asked.current;
      if (stretches.reduce((sum, [first, last]) => sum + last - first + 1, 0) > MOST_MARKS) {
        say(t("grid.tooMany", { most: MOST_MARKS }));
        return;
      }
      const places = placesOf(stretches);
      const here: Placed[] = places.flatMap((index) => {
        const row = now.current.rows.row(index);
        return row ? [{ id: row.id, index }] : [];
      });
      if (here.length === places.length) {
        setMarks(rangeMarked(here));
        return;
      }
      const fetched = await told(fetchPages(pagesOf(places, PAGE)));
      if (fetched === null || mine !== asked.current) return;
      const meant = new Set(places);
      setMarks(
        rangeMarked(
          fetched.filter(({ index }) => meant.has(index)).map(({ row, index }) => ({ id: row.id, index })),
        ),
      );
    },
    [fetchPages, t],
  );

  /** All, when it is known how many that are; unless something else was done meanwhile. */
  const all = useCallback(async () => {
    if (now.current.rows.counted) return setMarks(ALL_MARKED);
    asked.current += 1;
    const mine = asked.current;
    const at = now.current.open()?.id;
    // What is refused is told by the list.
    const known = await whole().catch(() => null);
    if (known !== null && mine === asked.current && now.current.open()?.id === at) setMarks(ALL_MARKED);
  }, [whole]);

  const count = markCount(marks, total);
  return useMemo(
    () => ({
      select: {
        count,
        has: (id) => isMarked(marks, id),
        toggle: (row, index) =>
          setMarks((before) => toggledMark(before, { id: row.id, index }, now.current.open())),
        range: (stretches) => void range(stretches),
        all: () => void all(),
        clear: () => {
          asked.current += 1;
          setMarks(NO_MARKS);
        },
      },
      all: marks.all,
      ids: () => [...marks.rows.keys()],
      found: async () => {
        const places = marks.all
          ? Array.from({ length: Math.min(total, MOST_MARKS) }, (_, i) => i)
          : // An edit may have moved a row over the edge of its page.
            [...marks.rows.values()].flatMap((at) => [
              Math.max(0, at - 20),
              at,
              Math.min(total - 1, at + 20),
            ]);
        const fetched = await told(fetchPages(pagesOf(places, PAGE)));
        if (fetched === null) return null;
        return fetched
          .map(({ row }) => row)
          .filter((row) => isMarked(marks, row.id))
          .slice(0, MOST_MARKS);
      },
    }),
    [marks, count, total, all, range, fetchPages],
  );
}
