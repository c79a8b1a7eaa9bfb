// The great widget of our own: a `role=grid` over any number of rows, of which only those in sight exist. Rows are known
// by id, so that what is chosen and the focus survive edits. The unit is the row; cells and heads are reached from it by
// key. Grouped it is a `role=treegrid`: heads of groups are rows that fold and unfold those under them. It does not fetch,
// sort, filter or edit; rows that are not there yet are drawn as placeholders. (A table element
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
import { along, ends, fromFlat, groupOf, lay, type Span, shownRows, toFlat } from "./maths";
import { useGridKeys } from "./use-grid-keys";
import { useRoom, useRowsView } from "./use-rows-view";
import { useSpot } from "./use-spot";

export type { Column } from "./columns";

/** Where the page scrolls as well as the rows (see app.css). Elsewhere nothing is measured at a key. */
const low = window.matchMedia("(height < 480px)");

/** `said`: the label as plain words. */
export type GridGroup = Span & { key: string; label: ReactNode; said: string };
export type GridHandle = {
  focus: () => void;
  /** So many rows on. */
  move: (by: number) => void;
  /** To the cell so many rows and columns on. */
  step: (rows: number, columns: number) => void;
  /** Folds or unfolds all groups. */
  fold: (folded: boolean) => void;
  /** So many rows from one on, as they are shown, in stretches. */
  below: (index: number, rows: number) => [number, number][];
};

/** Rows of a wide list have one line, those of a narrow one two: a sentence cut after four words says nothing. */
export const ROW = { wide: 34, narrow: 50, from: 760 };
const HEIGHTS = {
  wide: { row: ROW.wide, head: ROW.wide },
  narrow: { row: ROW.narrow, head: ROW.wide },
};
/** What stands before the first column and after the last, together. */
const EDGES = 24;

/** How several rows are selected. */
export type Select<Row> = {
  count: number;
  has: (id: string) => boolean;
  toggle: (row: Row, index: number) => void;
  /** These stretches of rows. */
  range: (rows: readonly (readonly [number, number])[]) => void;
  all: () => void;
  clear: () => void;
};

/** Which groups are folded. */
export type Folds = {
  is: (key: string) => boolean;
  set: (key: string, folded: boolean) => void;
  all: (folded: boolean) => void;
};

/** How cells are edited: asked before each field is opened. */
export type Edit<Row> = {
  can: (row: Row, column: Column<Row>) => boolean;
  /** `typed`: the letter with which it began. */
  begin: (row: Row, column: Column<Row>, cell: HTMLElement, typed: string | null) => void;
};

export type GridWords = {
  loading: string;
  /** Between the cells of a row, where it is said as a whole. */
  comma: string;
  /** Of a column that is the nth key of the order. */
  sorted: (nth: number, down: boolean) => string;
  /** What a column tells, for those who do not know its word. */
  explain?: (column: string) => string | undefined;
};

export type GridProps<Row> = {
  ref?: Ref<GridHandle>;
  label: string;
  count: number;
  /** There may be more rows than that. */
  more?: boolean;
  columns: readonly Column<Row>[];
  layout?: Layout;
  heads?: HeadActs;
  groups?: readonly GridGroup[];
  folds?: Folds | undefined;
  row: (index: number) => Row | undefined;
  idOf: (row: Row) => string;
  selected: string | null;
  /** A row was chosen, by pointer or key. */
  onSelect: (row: Row, index: number) => void;
  /** The chosen row stands at another place than it did, after an edit or when the list is come back to. */
  onMoved?: (index: number) => void;
  /** Enter, or a double click: go on to the item. */
  onOpen: (row: Row) => void;
  /** The first data row that is not cut off, the last in sight, and the stretches of rows that are shown there and around. */
  onWindow: (first: number, last: number, around: [number, number][]) => void;
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
/** So many rows before and after those in sight are told of too: they are there before they are seen. */
const AHEAD = 60;

export function Grid<Row>(props: GridProps<Row>) {
  const {
    columns,
    count,
    groups = NONE,
    folds,
    row,
    idOf,
    selected,
    onWindow,
    select,
    layout = PLAIN,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const base = useId();

  const laid = useMemo(
    () => lay(count, folds ? groups.map((group) => ({ ...group, folded: folds.is(group.key) })) : groups),
    [count, groups, folds],
  );
  const space = useRoom(scroller);
  const room = space.width;
  const narrow = room < ROW.from;
  const wide = useMemo(
    () => widths(columns, layout.sizes, Math.max(0, room - EDGES)),
    [columns, layout.sizes, room],
  );
  const begin = useMemo(() => starts(wide), [wide]);
  const total = (begin[begin.length - 1] ?? 0) + EDGES;
  const frozen = Math.min(layout.frozen, columns.length - 1);
  const frozenTo = begin[Math.max(0, frozen)] ?? 0;
  /** Where the columns that stay begin: all that a row is told of widths, so that another width draws no row anew. */
  const stays = begin.slice(0, Math.max(0, frozen)).join();
  const frozenAt = useMemo(() => (stays === "" ? [] : stays.split(",").map(Number)), [stays]);

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

  const activeRow = useRef<{ row: number; group: string | null }>({
    row: props.start?.index ?? 0,
    group: null,
  });
  const onGroup = groups.findIndex(({ key }) => key === activeRow.current.group);
  const view = useRowsView({
    scroller,
    laid,
    heights: narrow ? HEIGHTS.narrow : HEIGHTS.wide,
    room: space,
    active:
      count === 0 ? -1 : (laid.heads[onGroup] ?? toFlat(Math.min(activeRow.current.row, count - 1), laid)),
  });
  const spot = useSpot({ props, groups, laid, scroller, head, view, reveal, activeRow });
  const { active, cell, group: headed, headAt, choose, focusHead, focusCell, focusGroup } = spot;

  const fold = folds
    ? (group: number, folded: boolean) => {
        focusGroup(group);
        folds.set(groups[group]?.key ?? "", folded);
      }
    : undefined;
  const foldAll = useCallback(
    (folded: boolean) => {
      // The focus may stand in a row that goes.
      if (folded && scroller.current?.contains(document.activeElement)) focusGroup(groupOf(active, groups));
      folds?.all(folded);
    },
    [folds, focusGroup, active, groups],
  );
  useImperativeHandle(
    props.ref,
    () => ({
      focus: spot.focus,
      move: spot.move,
      step: spot.step,
      fold: foldAll,
      below: (index, rows) => {
        const last = rows > 1 ? (along(toFlat(index, laid), rows - 1, laid) ?? index) : index;
        return shownRows(...ends(index, last, laid), laid);
      },
    }),
    [spot.focus, spot.move, spot.step, foldAll, laid],
  );

  // Tell which rows are in sight, so that they are fetched. (The rendered ones would not do: the active row is always
  // among them, however far away.)
  const [firstSeen, lastSeen] = view.sight;
  const at = (flat: number) => {
    const place = fromFlat(Math.min(flat, laid.flat - 1), laid);
    return place.kind === "row" ? place.index : (groups[place.group]?.start ?? 0);
  };
  const sightFirst = fromFlat(firstSeen, laid);
  const [from, to] = [at(firstSeen), at(lastSeen)];
  const whole = at(view.whole);
  const around = JSON.stringify(shownRows(firstSeen - AHEAD, lastSeen + AHEAD, laid));
  useEffect(
    () => onWindow(whole, Math.max(whole, to), JSON.parse(around) as [number, number][]),
    [onWindow, whole, to, around],
  );

  const onKeyDown = useGridKeys({ props, spot, laid, fold, page: view.page, wide, scroller });

  /** The row and the cell under the pointer. */
  const under = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest("[data-index]")?.getAttribute("data-index") ?? -1);
    const group = Number(target?.closest("[data-group]")?.getAttribute("data-group") ?? -1);
    const element = target?.closest<HTMLElement>("[data-cell]") ?? null;
    const there = index < 0 ? undefined : row(index);
    return {
      index,
      group,
      element,
      there,
      column: columns[Number(element?.getAttribute("data-cell") ?? -1)],
    };
  };
  const onClick = (event: MouseEvent) => {
    const { index, group, there } = under(event);
    if (group >= 0) fold?.(group, !laid.groups[group]?.folded);
    if (index < 0) return;
    if (select && there !== undefined && (event.ctrlKey || event.metaKey)) {
      select.toggle(there, index);
      choose(index, { focus: true, keep: true });
    } else if (select && event.shiftKey) {
      const anchor = spot.anchor.current;
      select.range(shownRows(...ends(anchor, index, laid), laid));
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

  const stuck = groups.length > 0 && sightFirst.kind === "row" ? groupOf(from, groups) : -1;
  const many = (select?.count ?? 0) > 0;
  const style = {
    "--columns": wide.map((width) => `${width}px`).join(" "),
    "--total": `${total}px`,
    "--room": `${room}px`,
  } as React.CSSProperties;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: it has one of two roles.
    <div
      role={groups.length > 0 ? "treegrid" : "grid"}
      className={`grid${narrow ? " narrow" : ""}${total > room ? " sideways" : ""}`}
      aria-label={props.label}
      aria-rowcount={props.more ? -1 : laid.flat + 1}
      aria-colcount={columns.length}
      aria-multiselectable={select ? true : undefined}
      style={style}
      onKeyDown={onKeyDown}
      // Where the window is so low that the page scrolls, the rows scroll within it: both must be in sight.
      onFocus={(event) =>
        low.matches &&
        event.target.matches(":focus-visible") &&
        event.currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" })
      }
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
          view.onScroll(event.currentTarget);
        }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {stuck >= 0 && (
          <div className="grid-stuck" aria-hidden="true">
            <div className="grid-group" data-group={stuck} data-folds={fold ? "" : undefined}>
              <div className="grid-group-cell">{groups[stuck]?.label}</div>
            </div>
          </div>
        )}
        <div role="presentation" className="grid-all" style={{ blockSize: view.height }}>
          {view.drawn.map((flat) => {
            const place = fromFlat(flat, laid);
            const top = view.top(flat);
            if (place.kind === "group") {
              const group = groups[place.group];
              return (
                <GroupRow
                  key={`g${group?.key}`}
                  flat={flat}
                  top={top}
                  columns={columns.length}
                  label={group?.label}
                  said={group?.said ?? ""}
                  index={place.group}
                  of={groups.length}
                  folded={fold ? (laid.groups[place.group]?.folded ?? false) : null}
                  stop={place.group === headed && headAt === null}
                />
              );
            }
            const there = row(place.index);
            const id = there === undefined ? undefined : idOf(there);
            const isActive = headed < 0 && place.index === Math.min(active, count - 1);
            const under = groups[groupOf(place.index, groups)];
            return (
              <GridRow<Row>
                // Far out of sight the active row is let go, but not its element: with that the focus would be lost.
                key={id ?? (place.index === active ? spot.activeId.current : null) ?? `p${place.index}`}
                domId={`${base}-${place.index}`}
                index={place.index}
                flat={flat}
                nth={under ? place.index - under.start + 1 : null}
                of={under?.count ?? 0}
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
                frozenAt={frozenAt}
                edit={props.edit}
                loading={props.words.loading}
                comma={props.words.comma}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
