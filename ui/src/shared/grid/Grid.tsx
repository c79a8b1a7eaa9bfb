// The one widget of our own: a `role=grid` over any number of rows, of which only those in sight exist. Rows are known
// by id, so that what is chosen and the focus survive edits. The unit is the row; cells and heads are reached from it by
// key. It does not fetch, sort, filter or edit; rows that are not there yet are drawn as placeholders. (A table element
// cannot hold rows that are placed by hand: hence the roles, and the linter's rules about them are off for this folder.)
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
import "./grid.css";
import { type Column, type Layout, PLAIN, starts, widths } from "./columns";
import { GridHead, type HeadActs } from "./GridHead";
import { GridRow, GroupRow } from "./GridRow";
import { flatCount, fromFlat, groupOf, type Span, toFlat } from "./maths";
import { useGridKeys } from "./use-grid-keys";
import { useRoom, useRowsView } from "./use-rows-view";
import { useSpot } from "./use-spot";

export type { Column } from "./columns";
export type GridGroup = Span & { key: string; label: ReactNode };
export type GridHandle = {
  focus: () => void;
  /** So many rows on. */
  move: (by: number) => void;
  /** To the cell so many rows and columns on. */
  step: (rows: number, columns: number) => void;
};

/** Rows of a wide list have one line, those of a narrow one two: a sentence cut after four words says nothing. */
export const ROW = { wide: 34, narrow: 50, from: 760 };
/** What stands before the first column and after the last, together. */
const EDGES = 24;

/** How several rows are selected. */
export type Select<Row> = {
  count: number;
  has: (id: string) => boolean;
  toggle: (row: Row, index: number) => void;
  range: (from: number, to: number) => void;
  all: () => void;
  clear: () => void;
};

/** How cells are edited: asked before each field is opened. */
export type Edit<Row> = {
  can: (row: Row, column: Column<Row>) => boolean;
  /** `typed`: the letter with which it began. */
  begin: (row: Row, column: Column<Row>, cell: HTMLElement, typed: string | null) => void;
};

export type GridWords = {
  loading: string;
  /** Of a column that is the nth key of the order. */
  sorted: (nth: number, down: boolean) => string;
};

export type GridProps<Row> = {
  ref?: Ref<GridHandle>;
  label: string;
  count: number;
  columns: readonly Column<Row>[];
  layout?: Layout;
  heads?: HeadActs;
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
  select?: Select<Row>;
  /** Copy: what is selected, else this row, or its cell. */
  onCopy?: (row: Row | undefined, cell: Column<Row> | null) => void;
  edit?: Edit<Row> | undefined;
  /** Fill this column of what is selected, from its topmost row. */
  onFill?: ((column: Column<Row>) => void) | undefined;
  words: GridWords;
};

const NONE: readonly GridGroup[] = [];

export function Grid<Row>(props: GridProps<Row>) {
  const { columns, count, groups = NONE, row, idOf, selected, onWindow, select, layout = PLAIN } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const base = useId();

  const flat = flatCount(count, groups);
  const room = useRoom(scroller);
  const narrow = room < ROW.from;
  const wide = useMemo(
    () => widths(columns, layout.sizes, Math.max(0, room - EDGES)),
    [columns, layout.sizes, room],
  );
  const begin = useMemo(() => starts(wide), [wide]);
  const total = (begin[begin.length - 1] ?? 0) + EDGES;
  const frozen = Math.min(layout.frozen, columns.length - 1);
  const frozenTo = begin[Math.max(0, frozen)] ?? 0;

  /** Brings a column into sight, beside those that stay. */
  const reveal = useCallback(
    (column: number) => {
      const element = scroller.current;
      if (!element || column < frozen) return;
      const rtl = getComputedStyle(element).direction === "rtl";
      const at = Math.abs(element.scrollLeft);
      const [from, to] = [begin[column] ?? 0, (begin[column + 1] ?? 0) + EDGES];
      const next =
        from - frozenTo < at
          ? from - frozenTo
          : to > at + element.clientWidth
            ? to - element.clientWidth
            : at;
      if (next !== at) element.scrollLeft = rtl ? -next : next;
    },
    [begin, frozen, frozenTo],
  );

  const activeRow = useRef(props.start?.index ?? 0);
  const view = useRowsView({
    scroller,
    count: flat,
    height: narrow ? ROW.narrow : ROW.wide,
    groups: groups.length,
    isGroup: (at) => groups.length > 0 && fromFlat(at, groups).kind === "group",
    groupHeight: ROW.wide,
    active: count === 0 ? -1 : toFlat(Math.min(activeRow.current, count - 1), groups),
  });
  const spot = useSpot({ props, groups, scroller, head, view, reveal, activeRow });
  const { active, cell, headAt, choose, focusHead, focusCell } = spot;

  useImperativeHandle(props.ref, () => ({ focus: spot.focus, move: spot.move, step: spot.step }), [
    spot.focus,
    spot.move,
    spot.step,
  ]);

  // Tell which rows are in sight, so that they are fetched. (The rendered ones would not do: the active row is always
  // among them, however far away.)
  const range = view.virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  const sightFirst = fromFlat(range.startIndex, groups);
  const sightLast = fromFlat(range.endIndex, groups);
  const from = sightFirst.kind === "row" ? sightFirst.index : (groups[sightFirst.group]?.start ?? 0);
  const to = sightLast.kind === "row" ? sightLast.index : (groups[sightLast.group]?.start ?? 0);
  useEffect(() => onWindow(from, Math.max(from, to)), [onWindow, from, to]);

  const onKeyDown = useGridKeys({ props, spot, page: view.page, wide, scroller });

  /** The row and the cell under the pointer. */
  const under = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest("[data-index]")?.getAttribute("data-index") ?? -1);
    const element = target?.closest<HTMLElement>("[data-cell]") ?? null;
    const there = index < 0 ? undefined : row(index);
    return { index, element, there, column: columns[Number(element?.getAttribute("data-cell") ?? -1)] };
  };
  const onClick = (event: MouseEvent) => {
    const { index, there } = under(event);
    if (index < 0) return;
    if (select && there !== undefined && (event.ctrlKey || event.metaKey)) {
      select.toggle(there, index);
      choose(index, { focus: true, keep: true });
    } else if (select && event.shiftKey) {
      const anchor = spot.anchor.current;
      select.range(anchor, index);
      choose(index, { focus: true, keep: true, anchor });
    } else choose(index, { focus: true });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const { there, element, column } = under(event);
    if (there === undefined) return;
    if (element && column && props.edit?.can(there, column)) {
      focusCell(Number(element.dataset.cell));
      props.edit.begin(there, column, element, null);
    } else props.onOpen(there);
  };

  const stuck = groups.length > 0 ? groups[groupOf(from, groups)] : undefined;
  const stuckBelow = sightFirst.kind === "group";
  const many = (select?.count ?? 0) > 0;
  const style = {
    "--columns": wide.map((width) => `${width}px`).join(" "),
    "--total": `${total}px`,
    "--room": `${room}px`,
  } as React.CSSProperties;

  return (
    <div
      role="grid"
      className={`grid${narrow ? " narrow" : ""}${total > room ? " sideways" : ""}`}
      aria-label={props.label}
      aria-rowcount={flat + 1}
      aria-colcount={columns.length}
      aria-multiselectable={select ? true : undefined}
      style={style}
      onKeyDown={onKeyDown}
    >
      <GridHead
        ref={head}
        columns={columns}
        wide={wide}
        begin={begin}
        frozen={frozen}
        sort={layout.sort}
        acts={props.heads}
        words={props.words}
        at={headAt}
        stop={headAt ?? (count === 0 ? 0 : null)}
        onFocus={focusHead}
      />
      <div
        role="rowgroup"
        className="grid-scroll"
        ref={scroller}
        tabIndex={-1}
        onScroll={(event) => {
          if (head.current) head.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {stuck && !stuckBelow && (
          <div className="grid-stuck" aria-hidden="true">
            <div className="grid-group">
              <div className="grid-group-cell">{stuck.label}</div>
            </div>
          </div>
        )}
        <div role="presentation" className="grid-all" style={{ blockSize: view.height }}>
          {view.virtualizer.getVirtualItems().map((item) => {
            const place = fromFlat(item.index, groups);
            const top = view.top(item.start);
            if (place.kind === "group") {
              const group = groups[place.group];
              return (
                <GroupRow
                  key={`g${group?.key}`}
                  flat={item.index}
                  top={top}
                  columns={columns.length}
                  label={group?.label}
                />
              );
            }
            const there = row(place.index);
            const id = there === undefined ? undefined : idOf(there);
            const isActive = place.index === Math.min(active, count - 1);
            return (
              <GridRow<Row>
                // Far out of sight the active row is let go, but not its element: with that the focus would be lost.
                key={id ?? (place.index === active ? spot.activeId.current : null) ?? `p${place.index}`}
                domId={`${base}-${place.index}`}
                index={place.index}
                flat={item.index}
                top={top}
                there={there}
                id={id}
                chosen={id !== undefined && (many ? (select?.has(id) ?? false) : id === selected)}
                open={many && id !== undefined && id === selected}
                many={many}
                active={isActive}
                stop={isActive && headAt === null}
                cell={isActive ? cell : null}
                columns={columns}
                begin={begin}
                frozen={frozen}
                edit={props.edit}
                loading={props.words.loading}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
