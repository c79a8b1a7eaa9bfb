// Who owes how much in which theme: a table of leads by themes, the more the darker, with its number in every field.
import type { Crossed } from "../../queries/types";
import type { Words } from "../../strings/words";
import { goTo, notesOf, rowName } from "./bars";
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
  wrap,
} from "./shown";

type Field = { row: number; column: number; n: number; spot: number };

export function showHeat(reply: Crossed, words: Words, filter: string, owed: "overdue" | "open"): Shown {
  const { t, number } = words;
  const spots: Spot[] = [];
  const fields: Field[] = [];
  const theme = (at: number) => own(reply.columns[at]?.name ?? "");
  let most: Field | undefined;
  const rows = reply.rows.map((row, r) => ({
    name: rowName(words, row),
    cells: reply.columns.map((column, c) => {
      const n = row.cells[c] ?? 0;
      if (n === 0) return { text: number(0) };
      const field = { row: r, column: c, n, spot: spots.length };
      fields.push(field);
      if (row.lead && (!most || n > most.n)) most = field;
      const label = t("picture.mark", { row: rowName(words, row), part: theme(c), count: n });
      spots.push({ row: r, column: c, label, to: goTo(row, terms(filter, column.filter)) });
      return { text: number(n), spot: spots.length - 1 };
    }),
  }));
  const top = most && reply.rows[most.row];
  const title =
    most && top
      ? t(owed === "overdue" ? "picture.title.heatOverdue" : "picture.title.heatOpen", {
          name: rowName(words, top),
          theme: theme(most.column),
          count: most.n,
        })
      : owed === "overdue"
        ? t("picture.title.noneOverdue")
        : t("picture.title.noneOpen");
  const names = reply.rows.map((row) =>
    row.lead && row.lead.ref.length < 24 ? own(row.lead.ref) : rowName(words, row),
  );
  const heads = reply.columns.map((_, c) => theme(c));
  return {
    title,
    notes: notesOf(words, reply),
    legend: [],
    spots,
    table: { heads, rows },
    leftOut: reply.left_out,
    draw: (plot, frame) => drawHeat(plot, frame, words, names, heads, fields, owed),
  };
}

function drawHeat(
  plot: PlotModule,
  frame: Frame,
  { number }: Words,
  names: readonly string[],
  heads: readonly string[],
  fields: readonly Field[],
  owed: "overdue" | "open",
): SVGSVGElement {
  const { width, rtl, colours, measure } = frame;
  const labels = names.map((name) => cut(name, width * 0.22, measure));
  const start = Math.ceil(Math.max(30, ...labels.map(measure))) + 12;
  const columns = heads.map((_, i) => i);
  const wide = (width - start - 12) / Math.max(1, columns.length);
  // Where there is no room for words across, they stand upright.
  const upright = wide < 84;
  const told = heads.map((head) =>
    upright ? cut(head, 150, measure) : wrap(head, wide - 8, measure, 4).join("\n"),
  );
  const top = upright
    ? Math.ceil(Math.max(...told.map(measure), 20)) + 14
    : Math.max(...told.map((head) => head.split("\n").length), 1) * 15 + 10;
  const max = Math.max(1, ...fields.map((field) => field.n));
  const colour = owed === "overdue" ? colours.late : colours.accent;
  const empty = names.flatMap((_, row) => columns.map((column) => ({ row, column })));
  return plot.plot({
    width,
    height: names.length * 32 + top + 6,
    marginTop: top,
    marginBottom: 6,
    marginLeft: rtl ? 12 : start,
    marginRight: rtl ? start : 12,
    style: styleOf(frame),
    x: { type: "band", axis: null, domain: rtl ? [...columns].reverse() : columns, padding: 0.03 },
    y: { type: "band", domain: names.map((_, i) => i), padding: 0.06 },
    marks: [
      plot.axisY({
        anchor: rtl ? "right" : "left",
        tickSize: 0,
        label: null,
        fill: colours.ink,
        tickFormat: (i: number) => labels[i] ?? "",
      }),
      plot.text(columns, {
        x: (i: number) => i,
        text: (i: number) => told[i] ?? "",
        frameAnchor: "top",
        fill: colours.ink,
        ...(upright
          ? { rotate: -90, textAnchor: "start", dy: -6 }
          : { lineAnchor: "bottom", dy: -6, lineHeight: 1.25 }),
      }),
      plot.cell(empty, { x: "column", y: "row", fill: colours.paper, stroke: colours.rule, inset: 0.5 }),
      plot.cell(fields, {
        x: "column",
        y: "row",
        fill: colour,
        fillOpacity: (field: Field) => 0.12 + 0.7 * (field.n / max),
        stroke: colour,
        inset: 0.5,
        render: carries((i) => fields[i]?.spot) as never,
      }),
      plot.text(fields, {
        x: "column",
        y: "row",
        text: (field: Field) => number(field.n),
        fontWeight: 600,
        fill: colours.ink,
        stroke: colours.paper,
        strokeWidth: 4,
      }),
    ],
  }) as SVGSVGElement;
}
