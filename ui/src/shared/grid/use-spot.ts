// Where the grid's one place in the tab order is: a row, a cell of it, the head of its group, or the head of a column; and
// how the focus gets there, also to rows that are only fetched and follows a row whose place changed.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { GridGroup, GridProps } from "./Grid";
import { along, foldedUnder, fromFlat, type Laid, toFlat } from "./maths";
import type { RowsView } from "./use-rows-view";

export type Choose = {
  focus: boolean;
  /** What is selected stays so. */
  keep?: boolean;
  /** From where a range will be counted; from this row if not given. */
  anchor?: number;
  /** The cell in the row; the one that has the focus if not given. */
  cell?: number | null;
};

/** Where the focus is to be as soon as that is drawn. */
type Wanted = { index: number; cell: number | null; focus: boolean; chosen?: boolean };

export type Spot = ReturnType<typeof useSpot>;

export function useSpot<Row>(options: {
  props: GridProps<Row>;
  groups: readonly GridGroup[];
  laid: Laid;
  scroller: RefObject<HTMLDivElement | null>;
  head: RefObject<HTMLDivElement | null>;
  view: RowsView;
  reveal: (column: number) => void;
  /** The row and the head of a group that are to be drawn wherever they stand. */
  activeRow: RefObject<{ row: number; group: string | null }>;
}) {
  const { props, groups, laid, scroller, head, view, reveal, activeRow } = options;
  const { count, columns, row, idOf, onSelect, onMoved, select, layout, start = null } = props;
  const { bring, scrollToRow } = view;
  const [active, setActive] = useState(start?.index ?? 0);
  const [groupKey, setGroup] = useState<string | null>(null);
  activeRow.current = { row: active, group: groupKey };
  const found = groupKey === null ? -1 : groups.findIndex(({ key }) => key === groupKey);
  /** The head of a group where the focus belongs; that of the active row where that is folded away. -1: none. */
  const group = found >= 0 ? found : foldedUnder(active, laid);
  const flat = group >= 0 ? (laid.heads[group] ?? 0) : toFlat(active, laid);
  const [cellAt, setCell] = useState<number | null>(null);
  const [headed, setHeadAt] = useState<number | null>(null);
  const last = columns.length - 1;
  const cell = cellAt === null ? null : Math.min(cellAt, last);
  const headAt = headed === null ? null : Math.min(headed, last);
  const activeId = useRef<string | null>(start ? props.selected : null);
  const anchor = useRef(start?.index ?? 0);
  const wanted = useRef<Wanted | null>(null);
  const wantedGroup = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is come back to.
  useLayoutEffect(() => {
    if (!start || count === 0) return;
    const first = toFlat(Math.min(start.first, count - 1), laid);
    // With the head of its group: that head stays above its rows and would cover the first of them.
    const headed = first > 0 && fromFlat(first - 1, laid).kind === "group";
    scrollToRow(headed ? first - 1 : first);
    const focus = props.takeFocus === true || document.activeElement === document.body;
    if (group >= 0) wantedGroup.current = focus ? (groups[group]?.key ?? null) : null;
    else wanted.current = { index: Math.min(start.index, count - 1), cell: null, focus, chosen: true };
  }, []);

  /** The element that stands for a row: itself, or its cell that has the focus. */
  const elementOf = useCallback(
    (index: number, at: number | null) => {
      const found = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
      return at === null ? found : (found?.querySelector<HTMLElement>(`[data-cell="${at}"]`) ?? found);
    },
    [scroller],
  );
  const groupElement = useCallback(
    (index: number) =>
      scroller.current?.querySelector<HTMLElement>(`.grid-all [data-group="${index}"]`) ?? null,
    [scroller],
  );

  /** To the head of a group. What is chosen stays so. */
  const focusGroup = useCallback(
    (index: number) => {
      const key = groups[index]?.key;
      if (key === undefined) return;
      setGroup(key);
      setCell(null);
      setHeadAt(null);
      wanted.current = null;
      wantedGroup.current = key;
    },
    [groups],
  );

  const choose = useCallback(
    (index: number, how: Choose) => {
      const at = how.cell === undefined ? null : how.cell;
      setActive(index);
      setCell(at);
      setHeadAt(null);
      setGroup(null);
      wantedGroup.current = null;
      anchor.current = how.anchor ?? index;
      if (!how.keep && select && select.count > 0) select.clear();
      if (index === 0) scrollToRow(0);
      else bring(toFlat(index, laid));
      if (at !== null) reveal(at);
      const there = row(index);
      activeId.current = there === undefined ? null : idOf(there);
      wanted.current = { index, cell: at, focus: how.focus };
      if (there !== undefined) onSelect(there, index);
    },
    [bring, scrollToRow, laid, row, idOf, onSelect, select, reveal],
  );

  const focus = useCallback(() => {
    setHeadAt(null);
    if (group >= 0) return focusGroup(group);
    wanted.current = { index: active, cell: cellAt, focus: true };
    bring(toFlat(active, laid));
    elementOf(active, cell)?.focus({ preventScroll: true });
  }, [active, cell, cellAt, laid, group, focusGroup, bring, elementOf]);

  const focusHead = useCallback(
    (column: number) => {
      wanted.current = null;
      setHeadAt(column);
      reveal(column);
      head.current?.querySelector<HTMLElement>(`[data-head="${column}"]`)?.focus({ preventScroll: true });
    },
    [head, reveal],
  );

  /** Into a cell of the active row, or (null) back to the row. */
  const focusCell = useCallback(
    (column: number | null) => {
      setHeadAt(null);
      setCell(column);
      wanted.current = { index: active, cell: column, focus: true };
      if (column !== null) reveal(column);
      elementOf(active, column)?.focus({ preventScroll: true });
    },
    [active, elementOf, reveal],
  );

  const move = useCallback(
    (by: number) => {
      if (count === 0) return;
      const here = row(active);
      // A row that left the list leaves its place to the next one: the first step down is that row itself.
      const gone = activeId.current !== null && here !== undefined && idOf(here) !== activeId.current;
      if (gone && by > 0 && group < 0) choose(Math.min(count - 1, active + by - 1), { focus: true, cell });
      else {
        const to = along(flat, by, laid) ?? (group < 0 ? active : null);
        if (to !== null) choose(to, { focus: true, cell });
      }
    },
    [count, row, active, flat, group, laid, idOf, choose, cell],
  );

  const step = useCallback(
    (rows: number, across: number) => {
      const to = Math.max(0, Math.min(last, (cell ?? 0) + across));
      if (rows === 0) focusCell(to);
      else choose(along(flat, rows, laid) ?? active, { focus: true, cell: to });
    },
    [cell, last, focusCell, choose, flat, laid, active],
  );

  // Another order: begin at its top. What is open stays open.
  const order = JSON.stringify(layout?.sort ?? []);
  const before = useRef(order);
  useEffect(() => {
    if (before.current === order) return;
    before.current = order;
    activeId.current = null;
    wanted.current = null;
    setActive(0);
    setGroup(null);
    scrollToRow(0);
  }, [order, scrollToRow]);

  // After an edit the rows may have moved: follow the chosen one by its id.
  useEffect(() => {
    if (activeId.current === null || count === 0) return;
    const here = row(active);
    if (here !== undefined && idOf(here) === activeId.current) return;
    for (let away = 1; away <= 200; away++) {
      for (const index of [active - away, active + away]) {
        const there = index >= 0 && index < count ? row(index) : undefined;
        if (there !== undefined && idOf(there) === activeId.current) {
          if (wanted.current?.index === active) wanted.current.index = index;
          setActive(index);
          onMoved?.(index);
          return;
        }
      }
    }
    if (active >= count) setActive(count - 1);
  });

  // A row that was asked for before it was there: choose and focus it now.
  useEffect(() => {
    const ask = wanted.current;
    // What was drawn before the ask runs its effects only now: it must not take the ask away.
    if (!ask || ask.index !== Math.min(active, count - 1) || ask.cell !== cellAt) return;
    const there = row(ask.index);
    if (there === undefined) return;
    if (activeId.current !== idOf(there) && ask.index === active && !ask.chosen) {
      activeId.current = idOf(there);
      onSelect(there, ask.index);
    }
    const element = elementOf(ask.index, cell);
    if (!element) return;
    if (ask.focus) element.focus({ preventScroll: true });
    wanted.current = null;
  });

  // Groups that were folded or unfolded are laid out by now.
  useEffect(() => {
    const key = wantedGroup.current;
    if (key === null || groups[group]?.key !== key) return;
    wantedGroup.current = null;
    bring(flat);
    groupElement(group)?.focus({ preventScroll: true });
  });

  const firstRow = count > 0 ? row(0) : undefined;
  useEffect(() => {
    if (!props.selectFirst || firstRow === undefined || activeId.current !== null) return;
    activeId.current = idOf(firstRow);
    // Nothing has the focus at the start: then it belongs to the list.
    const focus = props.takeFocus === true || document.activeElement === document.body;
    if (group >= 0) wantedGroup.current = focus ? (groups[group]?.key ?? null) : null;
    else wanted.current = { index: 0, cell: null, focus };
    onSelect(firstRow, 0);
  }, [props.selectFirst, props.takeFocus, firstRow, group, groups, idOf, onSelect]);

  return {
    active,
    activeId,
    anchor,
    cell: group >= 0 ? null : cell,
    headAt,
    group,
    flat,
    choose,
    focus,
    focusGroup,
    focusHead,
    focusCell,
    elementOf,
    move,
    step,
  };
}
