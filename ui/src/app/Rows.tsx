// One list of any kind in the grid: fetches by windows, shows what to do when it is empty, tells what is chosen. Brings
// its columns, its order and what is selected together.
import {
  type Dispatch,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { SelectionBar } from "../features/list/SelectionBar";
import { useOpener } from "../queries/opener";
import { type RowsAsk, type RowsReply, type Stretches, useRows } from "../queries/rows";
import { type Column, placed, shown, sized, sortWords, turned } from "../shared/grid/columns";
import { Grid, type GridGroup, type GridHandle, type GridWords } from "../shared/grid/Grid";
import type { HeadActs } from "../shared/grid/GridHead";
import { MOST_MARKS } from "../shared/grid/marks";
import { comesByKey, useAwaited } from "../shared/keys/held";
import { Problem, Stopped, Wait } from "../shared/ui/bits";
import { later } from "../shared/ui/later";
import { useWords } from "../strings/words";
import { Counted } from "./Counted";
import { type Layouts, listName, type Noun, useLayout } from "./layouts";
import { explain } from "./terms";
import { useCells } from "./use-cells";
import { useCopy } from "./use-copy";
import { useFolds } from "./use-folds";
import { useMany } from "./use-many";
import { useMemory } from "./use-view";
import type { ListView, Step } from "./view";

const ColumnsWindow = later(async () => (await import("../features/list/ColumnsWindow")).ColumnsWindow);

/** How what is selected can be changed: the list as a filter; null where no filter says it. */
export type ManyOf = { list: "commitments" | "recommendations"; filter: string | null };

export type RowsProps<Row extends { id: string }> = {
  label: string;
  noun: Noun;
  ask: RowsAsk;
  pick: (reply: RowsReply) => Row[];
  columns: readonly Column<Row>[];
  groups?: (reply: RowsReply) => GridGroup[];
  head: (reply: RowsReply | undefined) => ReactNode;
  empty: ReactNode;
  view: ListView;
  go: Dispatch<Step>;
  /** `of`: how many there are, where that is known. */
  onAt: (index: number, of: number | null) => void;
  /** Which list it is, for a run through it. */
  onList: (list: { ask: RowsAsk; label: string }) => void;
  /** A list of other rows under the same headline. */
  gridKey?: string;
  grid: RefObject<GridHandle | null>;
  focusItem: () => void;
  /** Several may be changed. */
  many?: ManyOf | null;
};

type Begins = { of: string | undefined; start: { index: number; first: number } | null };
const TOP = { index: 0, first: 0 };
const idOf = (row: { id: string }) => row.id;

function useHeads<Row>(columns: readonly Column<Row>[], change: Layouts["change"]): HeadActs {
  return useMemo(
    () => ({
      sort: (id, add) => change((layout) => turned(layout, id, add)),
      size: (id, width) =>
        change((layout) => {
          if (width !== null) return sized(layout, id, width);
          const { [id]: _, ...sizes } = layout.sizes;
          return { ...layout, sizes };
        }),
      place: (id, to) => change((layout) => placed(columns, layout, id, to)),
    }),
    [columns, change],
  );
}

/** Marks when the first list was painted and could be worked with, once: `make bench-ui` reads it. */
function useUsable(there: boolean) {
  useEffect(() => {
    if (!there || performance.getEntriesByName("usable").length > 0) return;
    requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
  }, [there]);
}

export function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  const { view, go, onAt, onList, label, columns, many: manyOf } = props;
  const { place } = view;
  const { t } = useWords();
  const opener = useOpener();
  const { layout, change, forAll, reset } = useLayout(listName(view.place), props.noun);
  const heads = useHeads(columns, change);
  const visible = useMemo(() => shown(columns, layout), [columns, layout]);
  const sort = sortWords(columns, layout.sort);
  const ask = { ...props.ask, args: { ...props.ask.args, ...(sort ? { sort } : {}) } } as RowsAsk;
  const rows = useRows<Row>(ask, props.pick);
  const { total, counted } = rows;
  const [takeFocus] = useState(comesByKey);
  const memory = useMemory();
  const [begins, setBegins] = useState((): Begins => {
    const first: Begins = { of: props.gridKey, start: null };
    const left = memory.recall(place);
    if (left && view.item !== null && left.item === view.item) return { ...first, start: left };
    // Chosen with the step that led here.
    return view.item !== null && rows.row(0)?.id === view.item ? { ...first, start: TOP } : first;
  });
  // Narrowed or grouped otherwise it is not come to: the focus stays where it is.
  if (begins.start !== null && begins.of !== props.gridKey) setBegins({ of: props.gridKey, start: null });
  const { start } = begins;
  // Further down than is known yet, one cannot come back.
  const [drawn, setDrawn] = useState(false);
  const deeper = !drawn && total > 0 && !counted && (start?.index ?? 0) >= total;
  const loading = rows.loading || (deeper && !rows.again);
  if (!drawn && !loading) setDrawn(true);
  useUsable(!loading);
  // Who goes on in the list does so from its first row, as soon as that is chosen.
  const [begun, setBegun] = useState(false);
  if (!begun && !loading && (total === 0 || view.item !== null)) setBegun(true);
  useAwaited(takeFocus && !begun && !rows.again, "rows");
  const groups = useMemo(
    () => (rows.head && props.groups ? props.groups(rows.head) : undefined),
    [rows.head, props.groups],
  );
  const folds = useFolds(place, view.group);
  const index = useRef(start?.index ?? 0);
  useEffect(() => memory.keep(place, { index: index.current }), [memory, place]);
  const of = counted ? total : null;
  useEffect(() => onAt(Math.min(index.current, total - 1), of), [onAt, total, of]);
  useEffect(() => onList({ ask, label }), [onList, ask, label]);
  const onMoved = useCallback(
    (at: number) => {
      index.current = at;
      memory.keep(place, { index: at });
      onAt(at, of);
    },
    [onAt, of, memory, place],
  );
  const gone = useRef(false);
  useLayoutEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const onSelect = useCallback(
    (row: Row, at: number) => {
      go({ do: "select", item: row.id });
      // Where another list was awaited, that has come instead.
      if (!gone.current) onMoved(at);
    },
    [go, onMoved],
  );
  const { onWindow: fetch } = rows;
  const onWindow = useCallback(
    (first: number, _: number, around: Stretches) => {
      memory.keep(place, { first });
      fetch(around);
    },
    [fetch, memory, place],
  );
  const many = useMany<Row>(rows, `${props.gridKey} ${sort}`, () =>
    view.item === null ? null : { id: view.item, index: index.current },
  );
  const copy = useCopy(columns, visible, many);
  const cells = useCells<Row>({
    list: manyOf?.list ?? null,
    columns,
    visible,
    many,
    fetchPages: rows.fetchPages,
    counted,
    grid: props.grid,
    asked: view.window === "paste",
    onClosed: () => go({ do: "window", window: null }),
  });
  const words = useMemo(
    (): GridWords => ({
      loading: t("app.loading"),
      comma: t("list.comma"),
      explain: (column) => explain(t, column),
      sorted: (nth, down) => t(down ? "grid.sortedDown" : "grid.sortedUp", { nth }),
    }),
    [t],
  );

  /** Opens a form about what is selected: as the filter of the list where all of it is, else one by one. */
  const about = (form: "ChangeChosen" | "LogChosen") => {
    if (!manyOf) return null;
    if (!many.all)
      return () =>
        opener.act(form, {
          list: manyOf.list,
          items: many.ids().map((id) => ({ id, ref: "", name: "" })),
        });
    const { filter } = manyOf;
    if (filter) return () => opener.act(form, { list: manyOf.list, filter });
    if (total > MOST_MARKS) return null;
    return async () => {
      const found = await many.found();
      if (found === null) return;
      opener.act(form, { list: manyOf.list, items: found.map(({ id }) => ({ id, ref: "", name: "" })) });
    };
  };

  /** Its button goes with what it stands in. */
  const again = () => {
    rows.again?.();
    props.grid.current?.focus();
  };

  return (
    <>
      <div className="list-told" data-old={rows.old || undefined}>
        {props.head(rows.head)}
      </div>
      <Counted key={props.gridKey} counted={loading ? null : counted} total={total} />
      {rows.refusal && <Problem message={rows.refusal.message} onAgain={again} />}
      {!rows.refusal && rows.again && <Stopped onAgain={again} />}
      {loading && !rows.again && <Wait label={t("app.loading")} />}
      {!loading && !rows.again && total === 0 && <div className="list-empty">{props.empty}</div>}
      {total > 0 && !loading && (
        <Grid
          key={props.gridKey}
          takeFocus={takeFocus}
          ref={props.grid}
          label={props.label}
          count={total}
          more={!counted}
          columns={visible}
          layout={layout}
          heads={heads}
          {...(groups ? { groups, folds } : {})}
          row={rows.row}
          idOf={idOf}
          selected={view.item}
          start={start}
          selectFirst={view.item === null}
          onSelect={onSelect}
          onMoved={onMoved}
          onOpen={props.focusItem}
          onWindow={onWindow}
          select={many.select}
          edit={cells.edit}
          onFill={cells.onFill}
          onCopy={(row, column) => void copy(row, column)}
          words={words}
        />
      )}
      {total > 0 && (
        <SelectionBar
          count={many.select.count}
          all={many.all}
          acts={{
            change: about("ChangeChosen"),
            log: manyOf?.list === "commitments" ? about("LogChosen") : null,
            copy: () => void copy(undefined, null),
            clear: () => {
              many.select.clear();
              props.grid.current?.focus();
            },
            leave: () => props.grid.current?.focus(),
          }}
        />
      )}
      {cells.windows}
      {view.window === "columns" && (
        <ColumnsWindow
          columns={columns}
          layout={layout}
          change={change}
          forAll={forAll}
          reset={reset}
          onClose={() => go({ do: "window", window: null })}
        />
      )}
    </>
  );
}
