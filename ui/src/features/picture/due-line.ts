// Dues on a line of time: from the first due over each move to the one that holds now, and what has passed since. A mark
// opens its commitment.
import type { DueLineReply } from "../../queries/types";
import { daysBetween, type Words } from "../../strings/words";
import { carries, cut, type Frame, own, type PlotModule, type Shown, type Spot, styleOf } from "./shown";

const time = (day: string) => new Date(`${day}T00:00:00Z`);

type Line = { row: number; from: string; to: string };

export function showDueLine(reply: DueLineReply, words: Words, drawn: number, most: number): Shown {
  const { t, number, shortDay, list } = words;
  const items = reply.items;
  const firstOf = (item: (typeof items)[number]) => item.dues[0]?.due_by ?? null;
  const spots: Spot[] = items.map((item, row) => {
    const first = firstOf(item);
    const told = [
      t("picture.dueBy", { day: shortDay(item.due_by) }),
      ...(item.days_overdue === null ? [] : [t("due.late", { days: item.days_overdue })]),
      ...(item.dues.length > 1 && first !== null
        ? [t("picture.moved", { count: item.dues.length - 1, day: shortDay(first) })]
        : []),
    ];
    const label = t("picture.dueMark", { ref: own(item.ref), what: own(item.deliverable), told: list(told) });
    return { row, column: 0, label, to: { item: item.id } };
  });
  return {
    title: t("picture.title.dueLine", { count: reply.moved, total: reply.total }),
    notes: [
      t("picture.dueKey"),
      ...(reply.total > items.length
        ? [t("picture.shown", { shown: items.length, count: reply.total })]
        : []),
    ],
    legend: [],
    spots,
    table: {
      heads: [
        t("columns.deliverable"),
        t("columns.lead"),
        t("picture.first"),
        t("picture.moves"),
        t("columns.due"),
        t("picture.late"),
      ],
      rows: items.map((item, row) => {
        const first = firstOf(item);
        return {
          name: own(item.ref),
          cells: [
            { text: own(item.deliverable), spot: row },
            { text: item.lead === null ? t("picture.noLead") : own(item.lead) },
            { text: first === null ? "" : shortDay(first) },
            { text: number(Math.max(0, item.dues.length - 1)) },
            { text: shortDay(item.due_by) },
            { text: item.days_overdue === null ? "" : number(item.days_overdue) },
          ],
        };
      }),
    },
    leftOut: reply.left_out,
    ...(drawn < Math.min(most, reply.total) ? { more: Math.min(most, reply.total) } : {}),
    draw: (plot, frame) => drawLine(plot, frame, words, reply),
  };
}

function drawLine(plot: PlotModule, frame: Frame, words: Words, reply: DueLineReply): SVGSVGElement {
  const { width, rtl, colours, measure } = frame;
  const { shortDay, t } = words;
  const { items, as_of } = reply;
  const labels = items.map((item) => own(cut(`${item.ref} ${item.deliverable}`, width * 0.34, measure)));
  const start = Math.ceil(Math.max(30, ...labels.map(measure))) + 12;
  const slips: Line[] = [];
  const late: Line[] = [];
  const before: { row: number; day: string }[] = [];
  for (const [row, item] of items.entries()) {
    const days = item.dues.flatMap((due) => (due.due_by === null ? [] : [due.due_by]));
    for (const day of days.slice(0, -1)) before.push({ row, day });
    const first = days[0];
    if (first !== undefined && first !== item.due_by) slips.push({ row, from: first, to: item.due_by });
    if (item.days_overdue !== null) late.push({ row, from: item.due_by, to: as_of });
  }
  const all = [as_of, ...items.map((item) => item.due_by), ...before.map((one) => one.day)].sort();
  const [low, high] = [all[0] ?? as_of, all[all.length - 1] ?? as_of];
  const pad = Math.max(15, daysBetween(low, high) * 0.03) * 86_400_000;
  const domain = [new Date(time(low).getTime() - pad), new Date(time(high).getTime() + pad)];
  // What is said at an end of the line stands inside it.
  const along =
    (daysBetween(low, as_of) * 86_400_000 + pad) / (daysBetween(low, high) * 86_400_000 + 2 * pad);
  const rows = items.map((_, i) => i);
  const ends = { x1: (one: Line) => time(one.from), x2: (one: Line) => time(one.to), y: "row" } as const;
  return plot.plot({
    width,
    height: items.length * 28 + 52,
    marginTop: 46,
    marginBottom: 6,
    marginLeft: rtl ? 24 : start,
    marginRight: rtl ? start : 24,
    style: styleOf(frame),
    x: { type: "utc", domain, reverse: rtl },
    y: { type: "point", domain: rows, padding: 0.5 },
    marks: [
      plot.gridX({ stroke: colours.rule, strokeOpacity: 1, ticks: Math.floor((width - start) / 130) }),
      plot.axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        ticks: Math.floor((width - start) / 130),
        tickFormat: (at: Date) => own(shortDay(at.toISOString().slice(0, 10))),
      }),
      plot.axisY({
        anchor: rtl ? "right" : "left",
        tickSize: 0,
        label: null,
        fill: colours.ink,
        tickFormat: (i: number) => labels[i] ?? "",
      }),
      plot.ruleX([time(as_of)], { stroke: colours.ink2, strokeDasharray: "4 3" }),
      plot.text([time(as_of)], {
        x: (at: Date) => at,
        frameAnchor: "top",
        text: () => own(t("picture.asOf", { day: shortDay(as_of) })),
        textAnchor: along > 0.8 ? (rtl ? "start" : "end") : along < 0.2 ? (rtl ? "end" : "start") : "middle",
        dy: -32,
        fill: colours.ink,
        fontWeight: 600,
      }),
      plot.ruleY(late, { ...ends, stroke: colours.late, strokeWidth: 7, strokeOpacity: 0.55 }),
      plot.ruleY(slips, { ...ends, stroke: colours.soon, strokeWidth: 2, strokeDasharray: "3 2" }),
      plot.dot(before, {
        x: (one: { day: string }) => time(one.day),
        y: "row",
        r: 4.5,
        fill: colours.paper,
        stroke: colours.soon,
        strokeWidth: 2,
      }),
      plot.dot(items, {
        x: (item: { due_by: string }) => time(item.due_by),
        y: (_: unknown, i: number) => i,
        symbol: "diamond",
        r: 5.5,
        fill: (item: { days_overdue: number | null }) =>
          item.days_overdue === null ? colours.accent : colours.late,
        stroke: colours.paper,
      }),
      plot.dot(items, {
        x: (item: { due_by: string }) => time(item.due_by),
        y: (_: unknown, i: number) => i,
        r: 12,
        fill: colours.accent,
        fillOpacity: 0,
        stroke: "none",
        render: carries((i) => i) as never,
      }),
    ],
  }) as SVGSVGElement;
}
