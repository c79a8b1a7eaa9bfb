// A picture on the screen: drawn at the width that there is, each mark a link. One stop for Tab; arrow keys go from mark to
// mark the way they look, Enter opens. The library that draws comes when the first picture is shown.
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useLocale } from "react-aria-components";
import { onScreen } from "./look";
import { type Goto, measureIn, type PlotModule, type Shown, type Spot } from "./shown";

let loaded: PlotModule | undefined;

export async function loadPlot(): Promise<PlotModule> {
  loaded ??= await import("@observablehq/plot");
  return loaded;
}

export function usePlot(): PlotModule | undefined {
  const [plot, setPlot] = useState(loaded);
  useEffect(() => {
    let wanted = true;
    void loadPlot().then((module) => wanted && setPlot(module));
    return () => {
      wanted = false;
    };
  }, []);
  return plot;
}

/** The width that an element has, as it changes. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

const steps: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** The mark that a key leads to. */
export function nextSpot(spots: readonly Spot[], at: number, key: string, rtl: boolean): number {
  const here = spots[at];
  const drawn = spots.flatMap((spot, i) => (spot.row < 0 ? [] : [{ ...spot, i }]));
  if (!here) return at;
  const order = [...drawn].sort((a, b) => a.row - b.row || a.column - b.column);
  if (key === "Home") return order[0]?.i ?? at;
  if (key === "End") return order[order.length - 1]?.i ?? at;
  const step = steps[key];
  if (!step) return at;
  const [down, along] = [step[0], rtl ? -step[1] : step[1]];
  if (along !== 0) {
    const row = drawn
      .filter((spot) => spot.row === here.row && (spot.column - here.column) * along > 0)
      .sort((a, b) => (a.column - b.column) * along);
    return row[0]?.i ?? at;
  }
  const below = drawn.filter((spot) => (spot.row - here.row) * down > 0);
  const nearest = below.sort(
    (a, b) => (a.row - b.row) * down || Math.abs(a.column - here.column) - Math.abs(b.column - here.column),
  );
  return nearest[0]?.i ?? at;
}

export function Figure(props: {
  shown: Shown;
  plot: PlotModule;
  width: number;
  /** Tells how it is gone through. */
  describedBy: string;
  /** The mark that was left by opening it, to come back to once. */
  left: RefObject<number | null>;
  onOpen: (to: Goto, spot: number) => void;
}) {
  const { shown, plot, width, describedBy, left } = props;
  const rtl = useLocale().direction === "rtl";
  const id = useId().replace(/[^\w]/g, "");
  const box = useRef<HTMLDivElement>(null);
  const at = useRef(left.current ?? 0);

  const nodeOf = (spot: number) => box.current?.querySelector<SVGElement>(`[data-spot="${spot}"]`);
  const rest = (spot: number) => {
    for (const node of box.current?.querySelectorAll("[data-spot][tabindex='0']") ?? [])
      node.setAttribute("tabindex", "-1");
    nodeOf(spot)?.setAttribute("tabindex", "0");
    at.current = spot;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for what it shows and its room; the rest is refs.
  useEffect(() => {
    const element = box.current;
    if (!element || width === 0) return;
    const held = element.contains(document.activeElement);
    const font = getComputedStyle(element).fontFamily;
    const svg = shown.draw(plot, { width, rtl, colours: onScreen, font, measure: measureIn(font), id });
    for (const named of svg.querySelectorAll("[aria-label]")) named.removeAttribute("aria-label");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", shown.title);
    svg.setAttribute("aria-describedby", describedBy);
    for (const part of svg.children)
      if (!part.querySelector("[data-spot]")) part.setAttribute("aria-hidden", "true");
    for (const node of svg.querySelectorAll("[data-spot]")) {
      const spot = shown.spots[Number(node.getAttribute("data-spot"))];
      if (!spot) continue;
      node.setAttribute("role", "link");
      node.setAttribute("tabindex", "-1");
      node.setAttribute("aria-label", spot.label);
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = spot.label;
      node.append(title);
    }
    element.replaceChildren(svg);
    if (!nodeOf(at.current))
      at.current = Number(svg.querySelector("[data-spot]")?.getAttribute("data-spot") ?? 0);
    rest(at.current);
    if (held || left.current !== null) nodeOf(at.current)?.focus();
    left.current = null;
  }, [shown, plot, width, rtl, id, describedBy]);

  const spotAt = (target: EventTarget | null): number | null => {
    const node = target instanceof Element ? target.closest("[data-spot]") : null;
    return node ? Number(node.getAttribute("data-spot")) : null;
  };
  const open = (spot: number | null) => {
    const to = spot === null ? undefined : shown.spots[spot]?.to;
    if (to && spot !== null) props.onOpen(to, spot);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const spot = spotAt(event.target);
    if (spot === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(spot);
      return;
    }
    if (!(event.key in steps) && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    const next = nextSpot(shown.spots, spot, event.key, rtl);
    rest(next);
    nodeOf(next)?.focus();
    nodeOf(next)?.scrollIntoView({ block: "nearest" });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are the links; they are drawn, not rendered.
    <div
      className="drawn"
      ref={box}
      onClick={(event) => open(spotAt(event.target))}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const spot = spotAt(event.target);
        if (spot !== null) rest(spot);
      }}
    />
  );
}
