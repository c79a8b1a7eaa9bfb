// The grid's hold on TanStack Virtual: fixed row heights, the mapped scroll bar, the active row always rendered so that
// focus is never lost when it scrolls away.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { scrollMap, TALLEST } from "./maths";

const REST = 150;

/** How wide an element is inside. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(600);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const look = () => setRoom(watched.clientWidth);
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
  count: number;
  /** Height of a data row. */
  height: number;
  /** How many of the rows are group rows, which they are, and how high one is. */
  groups: number;
  isGroup: (flat: number) => boolean;
  groupHeight: number;
  /** Flat position of the active row; -1 for none. */
  active: number;
}) {
  const { scroller, count, height, groups, isGroup, groupHeight, active } = options;
  const [viewport, setViewport] = useState(600);
  const total = (count - groups) * height + groups * groupHeight;
  const map = useMemo(() => scrollMap(total, viewport, TALLEST), [total, viewport]);
  const mapNow = useRef(map);
  mapNow.current = map;

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    estimateSize: (flat) => (isGroup(flat) ? groupHeight : height),
    getScrollElement: () => scroller.current,
    overscan: 8,
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
      if (seen && seen !== viewport) setViewport(seen);
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes.
  useEffect(() => virtualizer.measure(), [virtualizer, total]);

  const offset = virtualizer.scrollOffset ?? 0;
  return {
    virtualizer,
    height: map.height,
    /** Where a row with a virtual start is drawn inside the (possibly lower) scrolled element. */
    top: (start: number) => start - offset + map.toScroll(offset),
    offset,
    page: Math.max(1, Math.floor(viewport / height) - 1),
  };
}
