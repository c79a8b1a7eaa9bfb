// The keys of the grid. In rows: up and down, Enter opens. Right goes into the cells, Escape comes back, Up from the
// first row leads to the heads. Left goes to the head of the row's group, where Left folds and Right unfolds it. What a key
// does not mean here goes on to the window.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { matches } from "../keys/keys";
import type { GridProps } from "./Grid";
import { along, ends, fromFlat, groupOf, type Laid, moved, shownRows } from "./maths";
import type { Spot } from "./use-spot";

/** Keys that mean nothing by themselves. */
const BARE = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);
/** How much wider or narrower one stroke makes a column. */
const STEP = 16;

export function useGridKeys<Row>(options: {
  props: GridProps<Row>;
  spot: Spot;
  laid: Laid;
  /** Folds or unfolds a group. */
  fold: ((group: number, folded: boolean) => void) | undefined;
  page: number;
  wide: readonly number[];
  scroller: RefObject<HTMLDivElement | null>;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { props, spot, laid, fold, page, wide, scroller } = options;
  const { count, columns, select, edit, heads, row } = props;
  const { active, cell, headAt, group, flat, choose } = spot;
  const last = columns.length - 1;
  /** To the end of a list that is being counted: as far as is known went the focus at once. */
  const further = useRef<{ from: number; shiftKey: boolean; mod: boolean } | null>(null);

  /** -1, 1, or 0 for other keys; forward is where the words go. */
  const across = (key: string) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return 0;
    const rtl = scroller.current && getComputedStyle(scroller.current).direction === "rtl";
    return (key === "ArrowRight") === !rtl ? 1 : -1;
  };

  /** Each tells whether the key meant something. */
  const inHeads = (event: KeyboardEvent, at: number, mod: boolean): boolean => {
    const column = columns[at];
    const by = across(event.key);
    if (!column) return false;
    if (by !== 0 && event.shiftKey && heads) heads.size(column.id, (wide[at] ?? 0) + by * STEP);
    else if (by !== 0 && mod && heads) {
      const to = Math.max(0, Math.min(last, at + by));
      heads.place(column.id, to);
      requestAnimationFrame(() => spot.focusHead(to));
    } else if (by !== 0) spot.focusHead(Math.max(0, Math.min(last, at + by)));
    else if (event.key === "Home") spot.focusHead(0);
    else if (event.key === "End") spot.focusHead(last);
    else if ((event.key === "Enter" || event.key === " ") && !mod) {
      if (!heads || !column.sort) return false;
      heads.sort(column.id, event.shiftKey);
    } else if ((event.key === "ArrowDown" || event.key === "Escape") && count > 0) spot.focus();
    else return false;
    return true;
  };

  const inCells = (event: KeyboardEvent, at: number, mod: boolean): boolean => {
    const there = row(active);
    const column = columns[at];
    const by = across(event.key);
    if (by !== 0 && !mod && !event.shiftKey) spot.step(0, by);
    else if (event.key === "Home" && !mod) spot.focusCell(0);
    else if (event.key === "End" && !mod) spot.focusCell(last);
    else if (event.key === "Escape") spot.focusCell(null);
    else if (there !== undefined && column && edit?.can(there, column) && !mod && !event.altKey) {
      const typed = event.key.length === 1 && event.key !== " " ? event.key : null;
      const element = spot.elementOf(active, at);
      if (!element || !(typed || event.key === "F2" || event.key === "Enter")) return false;
      edit.begin(there, column, element, typed);
    } else return false;
    return true;
  };

  const inRows = (event: KeyboardEvent, mod: boolean): boolean => {
    const there = row(active);
    if (event.key === "Enter" && !mod && !event.shiftKey) {
      if (there !== undefined) props.onOpen(there);
    } else if (event.key === " " && !event.shiftKey) {
      if (!mod) choose(active, { focus: true, cell });
      else if (select && there !== undefined) select.toggle(there, active);
      else return false;
    } else if (matches(event.nativeEvent, "mod+a") && select) select.all();
    else if (matches(event.nativeEvent, "mod+d") && props.onFill && cell !== null) {
      const column = columns[cell];
      if (column) props.onFill(column);
    } else if (matches(event.nativeEvent, "mod+c") && props.onCopy)
      props.onCopy(there, cell === null ? null : (columns[cell] ?? null));
    else if (event.key === "Escape" && select && select.count > 0) select.clear();
    else if (across(event.key) === 1 && cell === null && !mod && !event.shiftKey) spot.focusCell(0);
    else if (across(event.key) === -1 && cell === null && !mod && !event.shiftKey && laid.groups.length > 0)
      spot.focusGroup(groupOf(active, laid.groups));
    else return goes(event, mod);
    return true;
  };

  /** Up and down: heads of groups are stopped at, but not from cell to cell nor while rows are selected. */
  const goes = (event: { key: string; shiftKey: boolean; repeat: boolean }, mod: boolean): boolean => {
    const { key, shiftKey } = event;
    const next = moved(key, flat, laid.flat, page);
    if (next === null || (mod && shiftKey) || (shiftKey && !select)) return false;
    const top = cell === null ? flat === 0 : along(-1, 1, laid) === active;
    if (key === "ArrowUp" && top && !mod && !shiftKey && !event.repeat) {
      spot.focusHead(cell ?? 0);
      return true;
    }
    const place = fromFlat(next, laid);
    const first = key === "Home";
    if (
      place.kind === "group" &&
      cell === null &&
      !shiftKey &&
      !(first && !laid.groups[place.group]?.folded)
    ) {
      spot.focusGroup(place.group);
      return true;
    }
    const to = place.kind === "row" ? place.index : along(next, next < flat && !first ? -1 : 1, laid);
    if (to === null) return true;
    if (shiftKey && select) {
      const anchor = spot.anchor.current;
      select.range(shownRows(...ends(anchor, to, laid), laid));
      choose(to, { focus: true, keep: true, anchor, cell });
    } else choose(to, { focus: true, keep: mod, cell });
    if (key === "End" && props.more) further.current = { from: to, shiftKey, mod };
    return true;
  };
  useEffect(() => {
    const end = further.current;
    if (!end || props.more) return;
    further.current = null;
    // Unless one has gone elsewhere meanwhile.
    const here = scroller.current?.contains(document.activeElement) && group < 0 && headAt === null;
    if (here && end.from === active) goes({ key: "End", shiftKey: end.shiftKey, repeat: false }, end.mod);
  });

  const inGroups = (event: KeyboardEvent, at: number, mod: boolean): boolean => {
    const folded = laid.groups[at]?.folded ?? false;
    const by = across(event.key);
    const presses = event.key === "Enter" || event.key === " ";
    if (by === 0 && !presses) return inRows(event, mod);
    if (!fold || mod || event.shiftKey) return false;
    if (presses || (by === 1) === folded) fold(at, !folded);
    else if (by === 1) choose(laid.groups[at]?.start ?? 0, { focus: true });
    return true;
  };

  return (event) => {
    if (!BARE.has(event.key)) further.current = null;
    if (event.altKey || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const meant =
      headAt !== null
        ? inHeads(event, headAt, mod)
        : group >= 0
          ? inGroups(event, group, mod)
          : count > 0 && ((cell !== null && inCells(event, cell, mod)) || inRows(event, mod));
    if (meant) event.preventDefault();
  };
}
