// Which rows of the grid exist: those in sight and a few around, and always the active one, so that focus is never lost
// when it scrolls away. Rows have one height and heads of groups another, so that where each stands is worked out from
// its number: a list costs no more to open for being long.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { flatAt, type Heights, type Laid, scrollMap, startOf, TALLEST } from "./maths";

/** So many rows are drawn before and after those in sight. */
const AROUND = 4;
/** Milliseconds until they are: what is seen comes first. */
const SEEN = 100;

/** The room that the last grid had, in CSS pixels: most likely the next one's, so that its rows are drawn once. */
let last = { width: 600, height: 600 };
/** Whether one was measured. Before the first one row is drawn, for all would be drawn again. */
let measured = false;

/** How wide and how high an element is inside; while it is out of sight, how it was. */
export type Room = { width: number; height: number; hidden: boolean; known: boolean };

export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ ...last, hidden: false, known: measured });
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = watched;
      const hidden = width === 0;
      if (!hidden) {
        last = { width, height };
        measured = true;
      }
      const room = { ...last, hidden, known: measured };
      setRoom((before) => (JSON.stringify(before) === JSON.stringify(room) ? before : room));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

/** How many rows are drawn beyond those in sight. */
function useAround(): number {
  const [around, setAround] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAround(AROUND), SEEN);
    return () => clearTimeout(timer);
  }, []);
  return around;
}

export type RowsView = ReturnType<typeof useRowsView>;

export function useRowsView(options: {
  scroller: RefObject<HTMLDivElement | null>;
  laid: Laid;
  heights: Heights;
  room: Room;
  /** Flat position of the active row; -1 for none. */
  active: number;
}) {
  const { scroller, laid, heights, active } = options;
  const { height: viewport, hidden, known } = options.room;
  const total = startOf(laid.flat, heights, laid);
  const map = useMemo(() => scrollMap(total, viewport, TALLEST), [total, viewport]);
  /** From where the rows were drawn last; `now` follows each scroll, also one that brings no other row. */
  const [offset, setOffset] = useState(0);
  const now = useRef(0);

  const furthest = Math.max(0, total - viewport);
  const between = (from: number): [number, number] => [
    Math.max(0, flatAt(from, heights, laid)),
    Math.max(0, flatAt(from + viewport - 1, heights, laid)),
  ];
  const [first, end] = between(Math.min(offset, furthest));
  const drawn: number[] = [];
  const around = useAround();
  const until = known ? Math.min(laid.flat - 1, end + around) : first;
  for (let flat = Math.max(0, first - around); flat <= until; flat++) drawn.push(flat);
  if (active >= 0 && active < laid.flat && !drawn.includes(active)) {
    if (active < first) drawn.unshift(active);
    else drawn.push(active);
  }

  const scrollTo = useCallback(
    (to: number) => {
      now.current = Math.max(0, Math.min(to, furthest));
      if (scroller.current) scroller.current.scrollTop = map.toScroll(now.current);
      setOffset(now.current);
    },
    [scroller, map, furthest],
  );

  // The same rows stay in sight where they have become higher, where as many pixels of a lower element now stand for
  // more of them, and after a time out of sight, in which nothing scrolls.
  const mapped = map.height !== total;
  const was = useRef({ laid, heights, map, mapped, hidden });
  useLayoutEffect(() => {
    const before = was.current;
    was.current = { laid, heights, map, mapped, hidden };
    if (before.heights !== heights)
      scrollTo(startOf(flatAt(now.current, before.heights, before.laid), heights, laid));
    else if (before.hidden || (before.map !== map && (before.mapped || mapped))) scrollTo(now.current);
  }, [scrollTo, laid, heights, map, mapped, hidden]);

  return {
    /** The flat positions that are to be drawn, in their order. */
    drawn,
    /** The first and the last flat position in sight. */
    sight: [first, end] as const,
    /** The first that is not cut off. */
    whole: Math.min(end, startOf(first, heights, laid) < offset ? first + 1 : first),
    /** Height of the scrolled element. */
    height: map.height,
    /** Where the row at a flat position is drawn inside the (possibly lower) scrolled element. */
    top: (flat: number) => startOf(flat, heights, laid) - offset + map.toScroll(offset),
    /** To a row that becomes the first in sight. */
    scrollToRow: useCallback(
      (flat: number) => scrollTo(startOf(flat, heights, laid)),
      [scrollTo, heights, laid],
    ),
    /** As far as it takes to have a row in sight. The head of its group stays above it. */
    bring: useCallback(
      (flat: number) => {
        const above = laid.groups.length > 0 ? heights.head : 0;
        const [from, to] = [startOf(flat, heights, laid), startOf(flat + 1, heights, laid)];
        const at = Math.min(now.current, furthest);
        if (to > at + viewport) scrollTo(to - viewport);
        else if (from < at + above) scrollTo(from - above);
      },
      [scrollTo, laid, heights, viewport, furthest],
    ),
    /** Draws other rows in the frame that scrolls to them. */
    onScroll: (element: HTMLElement) => {
      now.current = map.toVirtual(element.scrollTop);
      const [a, b] = between(now.current);
      // Mapped onto a lower element, rows stand elsewhere after each step.
      if (now.current !== offset && (a !== first || b !== end || mapped))
        flushSync(() => setOffset(now.current));
    },
    page: Math.max(1, Math.floor(viewport / heights.row) - 1),
  };
}
