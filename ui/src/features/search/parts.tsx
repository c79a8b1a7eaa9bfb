// The lines of the palette under their headings: the suggestion, the hits, what was opened last, commands and places.
// What a line does is known by its key alone: "hit", "recent" or "act" with an id, "all hits", "better x".
import { type ReactNode, useMemo } from "react";
import type { SearchHit } from "../../queries/types";
import type { Stroke } from "../../shared/keys/keys";
import { Caps } from "../../shared/ui/Button";
import { useWords } from "../../strings/words";
import { Hit } from "./Hit";

export type Act = { id: string; label: string; stroke?: Stroke | undefined };

type Line = { key: string; look: string; shows: ReactNode };

/** Lines under one heading, or under none. */
export type Part = { id: string; title: string | null; lines: readonly Line[] };

const ofHit = (what: "hit" | "recent") => (hit: SearchHit) => ({
  key: `${what} ${hit.id}`,
  look: "menu-item hit",
  shows: <Hit hit={hit} />,
});

const ofAct = (act: Act): Line => ({
  key: `act ${act.id}`,
  look: "menu-item",
  shows: (
    <>
      <span className="grow">{act.label}</span>
      {act.stroke && <Caps stroke={act.stroke} said />}
    </>
  ),
});

/** What there is to show. Of a part that stays the same the lines are the same, and are not drawn again. */
export function useParts(found: {
  better: string | null;
  hits: readonly SearchHit[];
  total: number | null;
  recent: readonly SearchHit[];
  acts: readonly Act[];
  places: readonly Act[];
  /** Before the commands. */
  placesFirst: boolean;
}): readonly Part[] {
  const { t } = useWords();
  const { better, hits, total, recent, acts, places, placesFirst } = found;
  const suggested = useMemo(
    () =>
      better === null
        ? []
        : [{ key: "better x", look: "menu-item", shows: t("palette.didYouMean", { words: better }) }],
    [better, t],
  );
  const met = useMemo(() => {
    if (hits.length === 0) return [];
    const all = total ? t("palette.allHits", { count: total }) : t("palette.allMany");
    const shows = (
      <>
        <span className="grow">{all}</span>
        <Caps stroke="mod+enter" said />
      </>
    );
    return [...hits.map(ofHit("hit")), { key: "all hits", look: "menu-item all", shows }];
  }, [hits, total, t]);
  const before = useMemo(() => recent.map(ofHit("recent")), [recent]);
  const does = useMemo(() => acts.map(ofAct), [acts]);
  const goes = useMemo(() => places.map(ofAct), [places]);
  return useMemo(() => {
    const commands = { id: "acts", title: t("palette.acts"), lines: does };
    const there = { id: "places", title: t("palette.places"), lines: goes };
    const parts: Part[] = [
      { id: "better", title: null, lines: suggested },
      { id: "hits", title: t("palette.found"), lines: met },
      { id: "recent", title: t("palette.recent"), lines: before },
      ...(placesFirst ? [there, commands] : [commands, there]),
    ];
    return parts.filter((part) => part.lines.length > 0);
  }, [suggested, met, before, does, goes, placesFirst, t]);
}
