// A small line chart: one line a series over days, with a line for what is wanted. The picture has a name that says what
// it shows; the numbers themselves stand in a table beside it, which the caller gives. Time goes the way one reads.
import { useLocale } from "react-aria-components";

export type ChartPoint = { day: string; value: number };
export type ChartSeries = { name: string; points: readonly ChartPoint[] };

const WIDTH = 440;
const HEIGHT = 150;
const LEFT = 46;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 22;

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Round numbers that span the values: their lowest and highest. */
export function span(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  const step = 10 ** Math.floor(Math.log10(high - low));
  const bottom = low >= 0 && low < (high - low) * 1.5 ? 0 : Math.floor(low / step) * step;
  return [bottom, Math.ceil(high / step) * step];
}

export function LineChart(props: {
  label: string;
  series: readonly ChartSeries[];
  target?: { value: number; label: string } | undefined;
  sayValue: (value: number) => string;
  sayDay: (day: string) => string;
}) {
  const rtl = useLocale().direction === "rtl";
  const points = props.series.flatMap((one) => one.points);
  if (points.length === 0) return null;
  const days = points.map((point) => time(point.day));
  const first = Math.min(...days);
  const last = Math.max(...days);
  const [low, high] = span([
    ...points.map((point) => point.value),
    ...(props.target ? [props.target.value] : []),
  ]);
  const inner = WIDTH - LEFT - RIGHT;
  const along = (day: string) => {
    const part = last === first ? 0.5 : (time(day) - first) / (last - first);
    return rtl ? WIDTH - LEFT - part * inner : LEFT + part * inner;
  };
  const up = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const [from, to] = rtl ? [RIGHT, WIDTH - LEFT] : [LEFT, WIDTH - RIGHT];
  const edge = rtl ? WIDTH - LEFT + 6 : LEFT - 6;
  const ends = [...new Set([first, last])].map((at) => new Date(at).toISOString().slice(0, 10));
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.label}>
      {[low, high].map((value) => (
        <g key={value}>
          <line className="chart-rule" x1={from} x2={to} y1={up(value)} y2={up(value)} />
          <text className="chart-word" x={edge} y={up(value) + 4} textAnchor="end">
            {props.sayValue(value)}
          </text>
        </g>
      ))}
      {props.target && (
        <g>
          <line
            className="chart-target"
            x1={from}
            x2={to}
            y1={up(props.target.value)}
            y2={up(props.target.value)}
          />
          <text className="chart-word" x={rtl ? from : to} y={up(props.target.value) - 4} textAnchor="end">
            {props.target.label}
          </text>
        </g>
      )}
      {props.series.map((one, i) => (
        <g key={one.name} className="chart-series" data-series={i % 4}>
          <polyline points={one.points.map((point) => `${along(point.day)},${up(point.value)}`).join(" ")} />
          {one.points.map((point) => (
            <circle key={`${point.day} ${point.value}`} cx={along(point.day)} cy={up(point.value)} r="3.2">
              <title>{`${one.name} ${props.sayDay(point.day)} ${props.sayValue(point.value)}`}</title>
            </circle>
          ))}
        </g>
      ))}
      {ends.map((day, i) => (
        <text
          key={day}
          className="chart-word"
          x={along(day)}
          y={HEIGHT - 6}
          textAnchor={ends.length === 1 ? "middle" : i === 0 ? "start" : "end"}
        >
          {props.sayDay(day)}
        </text>
      ))}
    </svg>
  );
}
