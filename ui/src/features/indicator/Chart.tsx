// The values of an indicator drawn over time; the numbers themselves are in a table that the picture can be opened to.
import type { IndicatorBrief } from "../../queries/types";
import { LineChart } from "../../shared/ui/LineChart";
import { Table } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";

type Measured = Pick<IndicatorBrief, "name" | "unit" | "baseline" | "baseline_on" | "target" | "points">;

export function IndicatorChart({ indicator }: { indicator: Measured }) {
  const { t, number, shortDay } = useWords();
  const { name, unit, baseline, baseline_on, target, points } = indicator;
  const say = (value: number) => t("indicator.value", { value: number(value), unit });
  const categories = [...new Set(points.map((point) => point.category))];
  const series = categories.map((category) => ({
    name: category ?? t("indicator.whole"),
    points: [
      ...(category === null && baseline !== null && baseline_on !== null
        ? [{ day: baseline_on, value: Number(baseline) }]
        : []),
      ...points
        .filter((point) => point.category === category)
        .map((point) => ({ day: point.on, value: Number(point.value) })),
    ].sort((a, b) => a.day.localeCompare(b.day)),
  }));
  if (points.length === 0) return null;
  return (
    <figure className="measured">
      <LineChart
        label={t("indicator.chart", { name, count: points.length })}
        series={series}
        target={
          target === null
            ? undefined
            : { value: Number(target), label: t("indicator.targetOf", { value: say(Number(target)) }) }
        }
        sayValue={say}
        sayDay={shortDay}
      />
      {series.length > 1 && (
        <figcaption className="chart-legend">
          {series.map((one, i) => (
            <span key={one.name} className="chart-series" data-series={i % 4}>
              <svg viewBox="0 0 24 8" aria-hidden="true">
                <polyline points="0,4 24,4" />
              </svg>
              <bdi>{one.name}</bdi>
            </span>
          ))}
        </figcaption>
      )}
      <details className="more">
        <summary>{t("indicator.asTable")}</summary>
        <Table
          label={t("indicator.asTable")}
          rows={points}
          keyOf={(_, i) => String(i)}
          columns={[
            {
              id: "on",
              head: t("plain.field.observed_on"),
              names: true,
              cell: (point) => shortDay(point.on),
            },
            {
              id: "value",
              head: t("plain.field.value"),
              end: true,
              cell: (point) => say(Number(point.value)),
            },
            {
              id: "category",
              head: t("plain.field.category"),
              cell: (point) => point.category ?? t("indicator.whole"),
            },
          ]}
        />
      </details>
    </figure>
  );
}
