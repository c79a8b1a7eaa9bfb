// The strip above a run: which list, how far, what was done on the way. And the page at its end.
import type { ReactNode } from "react";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../strings/words";
import { deeds, isOver, place, type Run, tally } from "./run";

/** "2 updated, 1 put off, 3 passed by": only what there was. */
function useTally(run: Run): string[] {
  const { t } = useWords();
  const { counts, passed } = tally(run);
  const said = deeds
    .filter((deed) => counts[deed] > 0)
    .map((deed) => t(`review.did.${deed}`, { count: counts[deed] }));
  return passed > 0 ? [...said, t("review.did.passed", { count: passed })] : said;
}

export function RunHead({ run }: { run: Run }) {
  const { t } = useWords();
  const { n, of } = place(run);
  const through = isOver(run) ? of : n - 1;
  const done = useTally(run);
  return (
    <header className="run-head">
      <h1>{run.list.label}</h1>
      {!isOver(run) && <span className="run-place">{t("review.position", { n, of })}</span>}
      <div
        className="run-bar"
        role="progressbar"
        aria-label={t("review.progress")}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={through}
        aria-valuetext={t("review.position", { n: through, of })}
      >
        <span style={{ inlineSize: `${of === 0 ? 100 : (through / of) * 100}%` }} />
      </div>
      <ul className="run-done">
        {done.map((said) => (
          <li key={said}>{said}</li>
        ))}
        {run.waiting > 0 && <li className="quiet">{t("review.waiting", { count: run.waiting })}</li>}
      </ul>
    </header>
  );
}

export function Closing(props: { run: Run; toVerify: number; onLeave: () => void; acts: ReactNode }) {
  const { run } = props;
  const { t } = useWords();
  const done = useTally(run);
  return (
    <section className="run-over">
      <h2
        tabIndex={-1}
        ref={(heading) => {
          if (heading) requestAnimationFrame(() => heading.focus());
        }}
      >
        {t("review.over", { count: run.trail.length })}
      </h2>
      <ul className="run-sum">
        {done.map((said) => (
          <li key={said}>{said}</li>
        ))}
        {run.waiting > 0 && <li>{t("review.waiting", { count: run.waiting })}</li>}
      </ul>
      <p>{props.toVerify > 0 ? t("review.thenVerify", { count: props.toVerify }) : t("review.thenExport")}</p>
      <p className="row-acts">
        {props.acts}
        <Button stroke="escape" onPress={props.onLeave}>
          {t("review.key.back")}
        </Button>
      </p>
    </section>
  );
}
