// Stacked bars: where commitments stand, by lead or by theme, and how late what is overdue is. A number stands in each
// part that has room for it, the sum at the end of the bar.
import type { Crossed, CrossRow } from "../../queries/types";
import type { Words } from "../../strings/words";
import { element, lookOf, tile } from "./look";
import {
  carries,
  cut,
  type Frame,
  own,
  type PlotModule,
  type Shown,
  type Spot,
  styleOf,
  terms,
} from "./shown";

export function rowName({ t }: Words, row: CrossRow): string {
  return row.lead ? own(row.lead.name) : row.theme === null ? t("picture.noLead") : own(row.theme);
}

/** What stands beside a row: the short name where there is one. */
function rowLabel(words: Words, row: CrossRow): string {
  return row.lead && row.lead.ref.length < 24 ? own(row.lead.ref) : rowName(words, row);
}

export function goTo(row: CrossRow, filter: string) {
  const { lead } = row;
  return { lead: lead && { id: lead.id, ref: lead.ref, name: lead.name }, filter: terms(filter, row.filter) };
}

export function notesOf({ t }: Words, reply: Crossed): string[] {
  const more = reply.more.reduce((sum, n) => sum + n, 0);
  return [
    ...(reply.rows_more > 0 ? [t("picture.moreLeads", { count: reply.rows_more, commitments: more })] : []),
    ...(reply.themes_more > 0 ? [t("picture.moreThemes", { count: reply.themes_more })] : []),
    ...(reply.framework ? [t("picture.overlap")] : []),
  ];
}

export function showBars(
  reply: Crossed,
  words: Words,
  filter: string,
  part: (key: string, n: number) => string,
  title: string,
): Shown {
  const { t, number } = words;
  // A part that nothing is in has no place in a legend, but keeps its column in the table.
  const used = reply.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.n > 0);
  const rows = reply.rows.filter((row) => row.theme !== null || row.cells.some((n) => n > 0));
  const spots: Spot[] = [];
  const segments: { row: number; n: number; key: string; spot: number }[] = [];
  const table = rows.map((row, r) => ({
    name: rowName(words, row),
    cells: reply.columns.map((column, c) => {
      const n = row.cells[c] ?? 0;
      if (n === 0) return { text: number(0) };
      const label = t("picture.mark", { row: rowName(words, row), part: part(column.key, c), count: n });
      segments.push({ row: r, n, key: column.key, spot: spots.length });
      spots.push({ row: r, column: c, label, to: goTo(row, terms(filter, column.filter)) });
      return { text: number(n), spot: spots.length - 1 };
    }),
  }));
  return {
    title,
    notes: notesOf(words, reply),
    legend: used.map(({ column, at }) => ({ label: part(column.key, at), look: lookOf(column.key) })),
    spots,
    table: {
      heads: reply.columns.map((column, at) => part(column.key, at)),
      rows: [
        ...table,
        {
          name: t("picture.all"),
          cells: reply.columns.map((column) => {
            if (column.n === 0) return { text: number(0) };
            const to = { lead: null, filter: terms(filter, column.filter) };
            // Not drawn, but it opens its list too.
            spots.push({ row: -1, column: -1, label: "", to });
            return { text: number(column.n), spot: spots.length - 1 };
          }),
        },
      ],
    },
    leftOut: reply.left_out,
    draw: (plot, frame) => {
      const names = rows.map((row) => rowLabel(words, row));
      const totals = rows.map((row) => row.cells.reduce((sum, n) => sum + n, 0));
      return drawBars(plot, frame, words, names, totals, segments);
    },
  };
}

function drawBars(
  plot: PlotModule,
  frame: Frame,
  { number }: Words,
  names: readonly string[],
  totals: readonly number[],
  segments: readonly { row: number; n: number; key: string; spot: number }[],
): SVGSVGElement {
  const { width, rtl, colours, measure, id } = frame;
  const labels = names.map((name) => cut(name, width * 0.3, measure));
  const start = Math.ceil(Math.max(30, ...labels.map(measure))) + 12;
  const end = 56;
  const max = Math.max(1, ...totals);
  const inner = width - start - end;
  const keys = [...new Set(segments.map((one) => one.key))];
  const halo = { fill: colours.ink, stroke: colours.paper, strokeWidth: 4, paintOrder: "stroke" } as const;
  const svg = plot.plot({
    width,
    height: names.length * 32 + 34,
    marginTop: 26,
    marginBottom: 8,
    marginLeft: rtl ? end : start,
    marginRight: rtl ? start : end,
    style: styleOf(frame),
    x: { domain: [0, max], reverse: rtl },
    y: { type: "band", domain: labels.map((_, i) => i), padding: 0.22 },
    marks: [
      plot.gridX({ stroke: colours.rule, strokeOpacity: 1, ticks: Math.min(max, Math.floor(inner / 90)) }),
      plot.axisX({
        anchor: "top",
        ticks: Math.min(max, Math.floor(inner / 90)),
        tickSize: 0,
        label: null,
        tickFormat: (n: number) => (Number.isInteger(n) ? number(n) : ""),
      }),
      plot.axisY({
        anchor: rtl ? "right" : "left",
        tickSize: 0,
        label: null,
        fill: colours.ink,
        tickFormat: (i: number) => labels[i] ?? "",
      }),
      plot.barX(segments, {
        x: "n",
        y: "row",
        fill: (one: { key: string }) => `url(#${id}${one.key})`,
        stroke: (one: { key: string }) => colours[lookOf(one.key).colour],
        strokeWidth: 1,
        render: carries((i) => segments[i]?.spot) as never,
      }),
      plot.text(
        segments,
        plot.stackX({
          x: "n",
          y: "row",
          text: (one: { n: number }) =>
            (one.n / max) * inner > measure(number(one.n)) + 10 ? number(one.n) : "",
          fontWeight: 600,
          ...halo,
        }),
      ),
      plot.text(totals, {
        x: (n: number) => n,
        y: (_: number, i: number) => i,
        text: (n: number) => number(n),
        textAnchor: rtl ? "end" : "start",
        dx: rtl ? -7 : 7,
        fill: colours.ink2,
      }),
    ],
  }) as SVGSVGElement;
  svg.prepend(
    element(
      "defs",
      {},
      keys.map((key) => tile(`${id}${key}`, lookOf(key), colours)),
    ),
  );
  return svg;
}
