// How old what stands in a list is, drawn and in words. The bands come from the core; here they get their words.
import type { AgeBand } from "../../queries/types";
import { useWords, type Words } from "../../strings/words";

/** Whole years that a band of days stands for; nothing where it is not of years. */
const years = (days: number) =>
  Math.abs(days - 1 - Math.round(days / 365) * 365) <= 1 ? Math.round(days / 365) : null;

export function bandWords({ t }: Words, band: AgeBand): string {
  const { count, from_days: from, to_days: to } = band;
  const [since, until] = [from <= 1 ? 0 : years(from), to === null ? null : years(to + 1)];
  if (to === null) {
    return since === null || since === 0
      ? t("list.daysOver", { count, from })
      : t("overdue.bandOver", { count, from: since });
  }
  if (since === null || until === null || until === 0) {
    return from <= 1 ? t("list.daysUnder", { count, to }) : t("list.daysFrom", { count, from, to });
  }
  if (since === 0) return t("overdue.bandUnder", { count, to: until });
  return t("overdue.bandFrom", { count, from: since, to: until });
}

/** Its room, while it is not known. */
function AgesToCome() {
  return (
    <div className="ages" aria-hidden="true">
      <div className="ages-bar" />
      <div className="ages-legend">{"\u00a0"}</div>
    </div>
  );
}

/** `bands`: null while they are counted. */
export function Ages({ bands }: { bands: readonly AgeBand[] | null }) {
  const words = useWords();
  if (bands === null) return <AgesToCome />;
  const all = [...bands].sort((a, b) => a.from_days - b.from_days);
  const shown = all
    .map((band, i) => ({ band, age: Math.min(3, i) }))
    .filter(({ band }) => band.count > 0)
    .reverse();
  if (shown.length === 0) return null;
  return (
    <div className="ages">
      <div className="ages-bar" aria-hidden="true">
        {shown.map(({ band, age }) => (
          <i key={band.from_days} style={{ flexGrow: band.count }} data-age={age} />
        ))}
      </div>
      <ul className="ages-legend" aria-label={words.t("overdue.byAge")}>
        {shown.map(({ band, age }) => (
          <li key={band.from_days}>
            <i data-age={age} aria-hidden="true" />
            {bandWords(words, band)}
          </li>
        ))}
      </ul>
    </div>
  );
}
