// The practice tour: a strip above the foot that says what to do now, and sees when it was done. It has a row of its own,
// so that it covers nothing. Where the tour stands is in use-tour.ts.
import type { Dispatch } from "react";
import { Button } from "../shared/ui/Button";
import { useWords } from "../strings/words";
import { tourSteps } from "./tour-steps";
import type { Tour } from "./use-tour";
import type { Step } from "./view";
import "./tour.css";

type Props = {
  tour: Tour;
  go: Dispatch<Step>;
  /** Away from the tour: the focus goes back to the list. */
  onLeave: () => void;
  onAnew: () => void;
};

export function TourPanel({ tour, go, onLeave, onAnew }: Props) {
  const words = useWords();
  const { t } = words;
  const { at, done, to } = tour;
  if (at === null) return null;
  const step = tourSteps[at];
  const before = done === null ? undefined : tourSteps[done];
  return (
    <section className="tour" aria-label={t("tour.title")}>
      <div className="tour-words" role="status">
        {before && (
          <p className="tour-done">
            <span className="tour-tick" aria-hidden="true" />
            {t("tour.done", { what: t(`tour.step.${before.id}.title`) })}
          </p>
        )}
        <p>
          {step && (
            <span className="tour-at">
              {t("tour.at", { step: words.number(at + 1), steps: words.number(tourSteps.length) })}
            </span>
          )}{" "}
          <strong>{step ? t(`tour.step.${step.id}.title`) : t("tour.end")}</strong>
        </p>
        <p className="tour-text">{step ? t(`tour.step.${step.id}.text`) : t("tour.endText")}</p>
      </div>
      <div className="tour-acts">
        {step?.there && (
          <Button small onPress={() => step.there && go(step.there)}>
            {t("tour.there")}
          </Button>
        )}
        {step ? (
          <Button small onPress={() => to(at + 1)}>
            {t("tour.skip")}
          </Button>
        ) : (
          <>
            <Button small onPress={onAnew}>
              {t("tour.anew")}
            </Button>
            <Button small onPress={() => to(0)}>
              {t("tour.again")}
            </Button>
          </>
        )}
        {step && at > 0 && (
          <Button small weight="plain" onPress={() => to(at - 1)}>
            {t("tour.back")}
          </Button>
        )}
        <Button
          small
          weight="plain"
          onPress={() => {
            to(null);
            onLeave();
          }}
        >
          {t("tour.leave")}
        </Button>
      </div>
    </section>
  );
}
