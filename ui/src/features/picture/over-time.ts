// Open, overdue and implemented over time: three lines, each with a stroke and a sign of its own. A point opens the list as
// it was on that day.
import type { OverTimeReply, TimePoint } from "../../queries/types";
import type { Words } from "../../strings/words";
import { lines } from "./look";
import { carries, type Frame, own, type PlotModule, type Shown, type Spot, styleOf, terms } from "./shown";

const parts = ["open", "overdue", "implemented"] as const;
type Part = (typeof parts)[number];

const filters: Record<Part, string> = {
  open: "status:open",
  overdue: "queue:overdue",
  implemented: "status:implemented",
};

const time = (day: string) => new Date(`${day}T00:00:00Z`);

type Point = { part: Part; day: string; n: number; spot: number };

export function showOverTime(reply: OverTimeReply, words: Words, filter: string): Shown {
  const { t, number, shortDay, day } = words;
  const spots: Spot[] = [];
  const points: Point[] = [];
  const spotOf = (part: Part, row: number, point: TimePoint, column: number) => {
    const n = point[part];
    points.push({ part, day: point.day, n, spot: spots.length });
    spots.push({
      row,
      column,
      label: t("picture.mark", { row: shortDay(point.day), part: t(`picture.line.${part}`), count: n }),
      to: { lead: null, filter: terms(filter, filters[part]), day: point.day },
    });
    return { text: number(n), spot: spots.length - 1 };
  };
  const byPart = parts.map((part, row) =>
    reply.points.map((point, column) => spotOf(part, row, point, column)),
  );
  const [from, last] = [reply.points[0], reply.points[reply.points.length - 1]];
  const title =
    from && last && from !== last
      ? t("picture.title.overTime", { count: last.overdue, before: from.overdue, day: day(from.day) })
      : t("picture.title.overdue", { count: last?.overdue ?? 0 });
  return {
    title,
    notes: [],
    legend: parts.map((part) => ({
      label: last
        ? t("picture.now", { part: t(`picture.line.${part}`), count: last[part] })
        : t(`picture.line.${part}`),
      look: lines[part],
    })),
    spots,
    table: {
      heads: parts.map((part) => t(`picture.line.${part}`)),
      rows: reply.points.map((point, at) => ({
        name: shortDay(point.day),
        cells: byPart.map((cells) => cells[at] ?? { text: "" }),
      })),
    },
    leftOut: reply.left_out,
    draw: (plot, frame) => drawLines(plot, frame, words, points),
  };
}

function drawLines(
  plot: PlotModule,
  frame: Frame,
  { number, shortDay }: Words,
  points: readonly Point[],
): SVGSVGElement {
  const { width, rtl, colours, measure } = frame;
  const max = Math.max(1, ...points.map((point) => point.n));
  const side = Math.ceil(measure(number(max * 10))) + 14;
  const days = [...new Set(points.map((point) => point.day))];
  const room = Math.max(2, Math.floor((width - side - 40) / 120));
  const every = Math.ceil(days.length / room);
  const ticks = days.filter((_, i) => (days.length - 1 - i) % every === 0).map(time);
  const x = (point: Point) => time(point.day);
  return plot.plot({
    width,
    height: Math.max(260, Math.min(420, width * 0.42)),
    marginTop: 16,
    marginBottom: 30,
    marginLeft: rtl ? 48 : side,
    marginRight: rtl ? side : 48,
    style: styleOf(frame),
    x: { type: "utc", reverse: rtl },
    y: { domain: [0, max], nice: true },
    marks: [
      plot.gridY({ stroke: colours.rule, strokeOpacity: 1, ticks: Math.min(max, 6) }),
      plot.axisY({
        anchor: rtl ? "right" : "left",
        ticks: Math.min(max, 6),
        tickSize: 0,
        label: null,
        tickFormat: (n: number) => (Number.isInteger(n) ? number(n) : ""),
      }),
      plot.axisX(ticks, {
        anchor: "bottom",
        label: null,
        tickFormat: (at: Date) => own(shortDay(at.toISOString().slice(0, 10))),
      }),
      ...parts.flatMap((part) => {
        const mine = points.filter((point) => point.part === part);
        const look = lines[part];
        const colour = colours[look.colour];
        return [
          plot.lineY(mine, {
            x,
            y: "n",
            stroke: colour,
            strokeWidth: 2,
            ...("dash" in look ? { strokeDasharray: look.dash } : {}),
          }),
          plot.dot(mine, { x, y: "n", symbol: look.symbol, r: 4.5, fill: colour, stroke: colours.paper }),
        ];
      }),
      // What is pressed: as large as a finger, and drawn only when it has the focus.
      plot.dot(points, {
        x,
        y: "n",
        r: 12,
        fill: colours.accent,
        fillOpacity: 0,
        stroke: "none",
        render: carries((i) => points[i]?.spot) as never,
      }),
    ],
  }) as SVGSVGElement;
}
