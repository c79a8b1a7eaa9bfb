// All hits of a search as a list of the middle pane: it stays while items are opened one after the other.
import { type Dispatch, type Ref, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Input, SearchField } from "react-aria-components";
import { ListHead } from "../features/list/Head";
import { hitColumns } from "../features/search/columns";
import { Kinds, useTold } from "../features/search/kinds";
import { useHits } from "../queries/hits";
import type { SearchHit } from "../queries/types";
import { Grid, type GridHandle } from "../shared/grid/Grid";
import { Button } from "../shared/ui/Button";
import { Empty, Problem } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import { useMemory } from "./use-view";
import type { ListView, Place, Step } from "./view";

type Props = {
  place: Extract<Place, { at: "search" }>;
  view: ListView;
  go: Dispatch<Step>;
  onAt: (index: number, of: number | null) => void;
  grid: Ref<GridHandle>;
  focusItem: () => void;
};

const idOf = (hit: SearchHit) => hit.id;

export function SearchPlace({ place, view, go, onAt, grid, focusItem }: Props) {
  const words = useWords();
  const { t } = words;
  const told = useTold();
  const memory = useMemory();
  const hits = useHits(place.words, place.kind);
  const columns = useMemo(() => hitColumns(words), [words]);
  // Hits are not sorted: how they stand is part of the answer.
  const gridWords = useMemo(
    () => ({ loading: t("app.loading"), comma: t("list.comma"), sorted: () => "" }),
    [t],
  );
  // Several hits may have one page: which of them was chosen is known here.
  const [chosen, setChosen] = useState<{ hit: string; open: string } | null>(null);
  const [start] = useState(() => {
    const left = memory.recall(place);
    return left && view.item !== null && left.item === view.item ? left : null;
  });
  const { total } = hits;
  const at = useRef(start?.index ?? 0);
  useEffect(() => onAt(Math.min(at.current, total - 1), total), [onAt, total]);
  const onSelect = useCallback(
    (hit: SearchHit, index: number) => {
      at.current = index;
      setChosen({ hit: hit.id, open: hit.open });
      memory.keep(place, { index });
      go({ do: "select", item: hit.open });
      onAt(index, total);
    },
    [go, memory, place, onAt, total],
  );
  const { onWindow: fetch } = hits;
  const onWindow = useCallback(
    (first: number, last: number) => {
      memory.keep(place, { first });
      fetch(first, last);
    },
    [fetch, memory, place],
  );
  const ask = (next: Partial<typeof place>) => go({ do: "go", place: { ...place, ...next } });
  const typed = place.words.trim() !== "";
  const better = hits.head?.suggestion;
  const selected =
    view.item === null
      ? null
      : chosen?.open === view.item
        ? chosen.hit
        : start && start.item === view.item
          ? (hits.row(start.index)?.id ?? null)
          : null;
  return (
    <>
      <ListHead title={t("search.title")} sum={<span role="status">{told(hits.head)}</span>}>
        <SearchField
          autoFocus={!start}
          aria-label={t("search.field")}
          className="search-place-field"
          value={place.words}
          onChange={(next) => ask({ words: next })}
        >
          <Input
            className="input"
            dir="auto"
            placeholder={t("search.field")}
            onKeyDown={(event) => {
              if ((event.key !== "ArrowDown" && event.key !== "Enter") || event.nativeEvent.isComposing)
                return;
              event.preventDefault();
              event.currentTarget
                .closest("main")
                ?.querySelector<HTMLElement>("[role=row][tabindex='0']")
                ?.focus();
            }}
          />
        </SearchField>
        <Kinds kind={place.kind} counts={hits.head?.kinds ?? []} onKind={(kind) => ask({ kind })} />
      </ListHead>
      <Problem message={hits.message} />
      {total === 0 && !hits.stale && (
        <div className="list-empty">
          <Empty>
            <p>{typed ? t("palette.none", { words: place.words }) : t("search.hint")}</p>
            {better && (
              <Button weight="main" onPress={() => ask({ words: better })}>
                {t("palette.didYouMean", { words: better })}
              </Button>
            )}
          </Empty>
        </div>
      )}
      {total > 0 && (
        <Grid
          key={`${place.kind}`}
          ref={grid}
          label={t("search.title")}
          count={total}
          columns={columns}
          row={hits.row}
          idOf={idOf}
          selected={selected}
          start={start && total > start.index ? start : null}
          onSelect={onSelect}
          onOpen={focusItem}
          onWindow={onWindow}
          words={gridWords}
        />
      )}
    </>
  );
}
