// The grid's hold on TanStack Virtual: fixed row heights, the mapped scroll bar, the active row always rendered so that
// focus is never lost when it scrolls away.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { fromFlat, headsBefore, type Laid, scrollMap, TALLEST } from "./maths";

const REST = 150;

/** The room that the last grid had, in CSS pixels: most likely the next one's, so that its rows are drawn once. */
const last = { room: 600, viewport: 600 };

/** How wide an element is inside. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(last.room);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const look = () => {
      last.room = watched.clientWidth;
      setRoom(last.room);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

export type RowsView = ReturnType<typeof useRowsView>;

export function useRowsView(options: {
  scroller: RefObject<HTMLDivElement | null>;
  laid: Laid;
  /** Height of a data row, and of the head of a group. */
  height: number;
  groupHeight: number;
  /** Flat position of the active row; -1 for none. */
  active: number;
}) {
  const { scroller, laid, height, groupHeight, active } = options;
  const [viewport, setViewport] = useState(last.viewport);
  const count = laid.flat;
  const groups = laid.groups.length;
  const isGroup = (flat: number) => groups > 0 && fromFlat(flat, laid).kind === "group";
  const total = (count - groups) * height + groups * groupHeight;
  const map = useMemo(() => scrollMap(total, viewport, TALLEST), [total, viewport]);
  const mapNow = useRef(map);
  mapNow.current = map;

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    estimateSize: (flat) => (isGroup(flat) ? groupHeight : height),
    getScrollElement: () => scroller.current,
    overscan: 4,
    // The head of the group stays above its rows: what is brought into sight stands below it.
    scrollPaddingStart: groups > 0 ? groupHeight : 0,
    initialRect: { width: 600, height: viewport },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || active >= count || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
    observeElementOffset: (instance: Virtualizer<HTMLDivElement, HTMLDivElement>, tell) => {
      const element = instance.scrollElement;
      if (!element) return;
      let rest: ReturnType<typeof setTimeout>;
      const at = () => mapNow.current.toVirtual(element.scrollTop);
      const onScroll = () => {
        clearTimeout(rest);
        rest = setTimeout(() => tell(at(), false), REST);
        tell(at(), true);
      };
      element.addEventListener("scroll", onScroll, { passive: true });
      tell(at(), false);
      return () => {
        clearTimeout(rest);
        element.removeEventListener("scroll", onScroll);
      };
    },
    scrollToFn: (offset, { adjustments = 0 }, instance) => {
      const element = instance.scrollElement;
      if (element) element.scrollTop = mapNow.current.toScroll(offset + adjustments);
    },
    onChange: (instance) => {
      const seen = instance.scrollRect?.height;
      if (!seen || seen === viewport) return;
      last.viewport = seen;
      setViewport(seen);
    },
  });

  const measured = useRef<{ laid: Laid; height: number } | null>(null);
  useLayoutEffect(() => {
    const before = measured.current;
    measured.current = { laid, height };
    // Rows are measured anew when others are shown, or higher ones; the first ones just were.
    if (before && (before.laid !== laid || before.height !== height)) virtualizer.measure();
  }, [virtualizer, laid, height]);

  const offset = virtualizer.scrollOffset ?? 0;
  return {
    virtualizer,
    height: map.height,
    /** Where a row with a virtual start is drawn inside the (possibly lower) scrolled element. */
    top: (start: number) => start - offset + map.toScroll(offset),
    /** Where the row at a flat position begins. */
    startOf: (flat: number) => {
      const heads = headsBefore(flat, laid);
      return heads * groupHeight + (flat - heads) * height;
    },
    offset,
    page: Math.max(1, Math.floor(viewport / height) - 1),
  };
}
