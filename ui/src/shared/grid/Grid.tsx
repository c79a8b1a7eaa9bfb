// The one widget of our own: a `role=grid` over any number of rows, of which only those in sight exist. Rows are known
// by id, so that selection and focus survive edits. It does not fetch, sort or filter; rows that are not there yet are
// drawn as placeholders. (A table element cannot hold rows that are placed by hand: hence the roles, and the linter's
// rules about them are off for this file.)
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import "./grid.css";
import { flatCount, fromFlat, groupOf, moved, type Span, toFlat } from "./maths";
import { useNarrow, useRowsView } from "./use-rows-view";

export type Column<Row> = {
  id: string;
  head: string;
  /** A track of `grid-template-columns`. */
  width: string;
  end?: boolean;
  cell: (row: Row) => ReactNode;
};
export type GridGroup = Span & { key: string; label: ReactNode };
export type GridHandle = { focus: () => void; move: (by: number) => void };

/** Rows of a wide list have one line, those of a narrow one two: a sentence cut after four words says nothing. */
export const ROW = { wide: 34, narrow: 50, from: 760 };

export type GridProps<Row> = {
  ref?: Ref<GridHandle>;
  label: string;
  count: number;
  columns: readonly Column<Row>[];
  groups?: readonly GridGroup[];
  row: (index: number) => Row | undefined;
  idOf: (row: Row) => string;
  selected: string | null;
  /** A row was chosen, by pointer or key. */
  onSelect: (row: Row, index: number) => void;
  /** Enter, or a double click: go on to the item. */
  onOpen: (row: Row) => void;
  /** Data rows that are in sight. */
  onWindow: (first: number, last: number) => void;
  /** Where the list was left: the row that is chosen, and the first row in sight. */
  start?: { index: number; first: number } | null;
  /** Chooses the first row as soon as it is there. */
  selectFirst?: boolean;
  /** Takes the focus when its first row is chosen so. */
  takeFocus?: boolean;
  loadingLabel: string;
};

const NONE: readonly GridGroup[] = [];

export function Grid<Row>(props: GridProps<Row>) {
  const { columns, count, groups = NONE, row, idOf, selected, onSelect, onOpen, onWindow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const { start = null } = props;
  const [active, setActive] = useState(start?.index ?? 0);
  const activeId = useRef<string | null>(start ? selected : null);
  const wanted = useRef<{ index: number; focus: boolean; chosen?: boolean } | null>(null);

  const flat = flatCount(count, groups);
  const narrow = useNarrow(scroller, ROW.from);
  const view = useRowsView({
    scroller,
    count: flat,
    height: narrow ? ROW.narrow : ROW.wide,
    groups: groups.length,
    isGroup: (at) => groups.length > 0 && fromFlat(at, groups).kind === "group",
    groupHeight: ROW.wide,
    active: count === 0 ? -1 : toFlat(Math.min(active, count - 1), groups),
  });
  const items = view.virtualizer.getVirtualItems();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is come back to.
  useLayoutEffect(() => {
    if (!start || count === 0) return;
    view.virtualizer.scrollToIndex(toFlat(Math.min(start.first, count - 1), groups), { align: "start" });
    wanted.current = {
      index: Math.min(start.index, count - 1),
      focus: props.takeFocus === true || document.activeElement === document.body,
      chosen: true,
    };
  }, []);

  const elementOf = useCallback(
    (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null,
    [],
  );

  const choose = useCallback(
    (index: number, focus: boolean) => {
      setActive(index);
      view.virtualizer.scrollToIndex(
        index === 0 ? 0 : toFlat(index, groups),
        index === 0 ? { align: "start" } : { align: "auto" },
      );
      const there = row(index);
      activeId.current = there === undefined ? null : idOf(there);
      wanted.current = { index, focus };
      if (there !== undefined) onSelect(there, index);
    },
    [view.virtualizer, groups, row, idOf, onSelect],
  );

  const focus = useCallback(() => {
    wanted.current = { index: active, focus: true };
    view.virtualizer.scrollToIndex(toFlat(active, groups), { align: "auto" });
    elementOf(active)?.focus({ preventScroll: true });
  }, [active, groups, view.virtualizer, elementOf]);

  useImperativeHandle(
    props.ref,
    () => ({
      focus,
      move: (by) => {
        if (count === 0) return;
        const here = row(active);
        // A row that left the list leaves its place to the next one: the first step down is that row itself.
        const gone = activeId.current !== null && here !== undefined && idOf(here) !== activeId.current;
        choose(Math.max(0, Math.min(count - 1, active + (gone && by > 0 ? by - 1 : by))), true);
      },
    }),
    [focus, count, row, active, idOf, choose],
  );

  // Tell which rows are in sight, so that they are fetched. (The rendered ones would not do: the active row is always
  // among them, however far away.)
  const range = view.virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  const sightFirst = fromFlat(range.startIndex, groups);
  const sightLast = fromFlat(range.endIndex, groups);
  const from = sightFirst.kind === "row" ? sightFirst.index : (groups[sightFirst.group]?.start ?? 0);
  const to = sightLast.kind === "row" ? sightLast.index : (groups[sightLast.group]?.start ?? 0);
  useEffect(() => onWindow(from, Math.max(from, to)), [onWindow, from, to]);

  // After an edit the rows may have moved: follow the chosen one by its id.
  useEffect(() => {
    if (activeId.current === null || count === 0) return;
    const here = row(active);
    if (here !== undefined && idOf(here) === activeId.current) return;
    for (let away = 1; away <= 200; away++) {
      for (const index of [active - away, active + away]) {
        const there = index >= 0 && index < count ? row(index) : undefined;
        if (there !== undefined && idOf(there) === activeId.current) {
          setActive(index);
          return;
        }
      }
    }
    if (active >= count) setActive(count - 1);
  });

  // A row that was asked for before it was there: choose and focus it now.
  useEffect(() => {
    const ask = wanted.current;
    if (!ask) return;
    const there = row(ask.index);
    if (there === undefined) return;
    if (activeId.current !== idOf(there) && ask.index === active && !ask.chosen) {
      activeId.current = idOf(there);
      onSelect(there, ask.index);
    }
    const element = elementOf(ask.index);
    if (!element) return;
    if (ask.focus) element.focus({ preventScroll: true });
    wanted.current = null;
  });

  const firstRow = count > 0 ? row(0) : undefined;
  useEffect(() => {
    if (!props.selectFirst || firstRow === undefined || activeId.current !== null) return;
    activeId.current = idOf(firstRow);
    // Nothing has the focus at the start: then it belongs to the list.
    wanted.current = {
      index: 0,
      focus: props.takeFocus === true || document.activeElement === document.body,
    };
    onSelect(firstRow, 0);
  }, [props.selectFirst, props.takeFocus, firstRow, idOf, onSelect]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || count === 0) return;
    if (event.key === "Enter") {
      const there = row(active);
      if (there !== undefined) onOpen(there);
    } else if (event.key === " ") {
      choose(active, true);
    } else {
      const next = moved(event.key, active, count, view.page);
      if (next === null) return;
      choose(next, true);
    }
    event.preventDefault();
  };

  const template = columns.map((column) => column.width).join(" ");
  const stuck = groups.length > 0 ? groups[groupOf(from, groups)] : undefined;
  const stuckBelow = sightFirst.kind === "group";

  return (
    <div
      role="grid"
      className={narrow ? "grid narrow" : "grid"}
      aria-label={props.label}
      aria-rowcount={flat + 1}
      aria-colcount={columns.length}
      style={{ "--columns": template } as React.CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="grid-head" aria-rowindex={1}>
        {columns.map((column, i) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={i + 1}
            className={column.end ? "end" : undefined}
            data-column={column.id}
          >
            {column.head}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="grid-scroll" ref={scroller} tabIndex={count === 0 ? 0 : -1}>
        {stuck && !stuckBelow && (
          <div className="grid-stuck" aria-hidden="true">
            <div className="grid-group">{stuck.label}</div>
          </div>
        )}
        <div role="presentation" className="grid-all" style={{ blockSize: view.height }}>
          {items.map((item) => {
            const place = fromFlat(item.index, groups);
            const style = { transform: `translateY(${view.top(item.start)}px)` };
            if (place.kind === "group") {
              const group = groups[place.group];
              return (
                <div
                  key={`g${group?.key}`}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className="grid-group"
                  style={style}
                >
                  <div
                    role="gridcell"
                    aria-colspan={columns.length}
                    aria-colindex={1}
                    className="grid-group-cell"
                  >
                    {group?.label}
                  </div>
                </div>
              );
            }
            const there = row(place.index);
            const id = there === undefined ? undefined : idOf(there);
            // Far out of sight the active row is let go, but not its element: with that the focus would be lost.
            const kept = place.index === active ? activeId.current : null;
            return (
              <div
                key={id ?? kept ?? `p${place.index}`}
                id={`${base}-${place.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={id !== undefined && id === selected}
                aria-busy={there === undefined || undefined}
                data-index={place.index}
                data-id={id}
                tabIndex={place.index === Math.min(active, count - 1) ? 0 : -1}
                className="grid-row"
                style={style}
                onClick={() => choose(place.index, true)}
                onDoubleClick={() => there !== undefined && onOpen(there)}
              >
                {columns.map((column, i) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={i + 1}
                    className={column.end ? "end" : undefined}
                    data-column={column.id}
                  >
                    {there === undefined ? (
                      <span className="grid-wait">{i === 1 ? props.loadingLabel : ""}</span>
                    ) : (
                      column.cell(there)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
