// Where the practice tour stands in the open workspace, and what moves it on. What its steps are stands in tour-steps.ts.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Name } from "../ipc/door";
import { useAnswered } from "../queries/answered";
import { say } from "../shared/ui/announce";
import { useTranslations } from "../strings/words";
import { begins, keepTour, tourAt, tourSteps } from "./tour-steps";
import type { View } from "./view";

/** Milliseconds after the palette closed in which the step to a list that was chosen there is taken (see ahead.ts). */
const SOON = 200;

export type Tour = ReturnType<typeof useTour>;

export function useTour(view: View, file: string) {
  const t = useTranslations();
  const [at, setAt] = useState<number | null>(null);
  /** The step that was done last, to be said. */
  const [done, setDone] = useState<number | null>(null);

  const to = useCallback((next: number | null) => {
    keepTour(next);
    setDone(null);
    setAt(next);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each workspace, and not again in another language.
  useEffect(() => {
    const begun = begins();
    if (begun) keepTour(0);
    setAt(tourAt());
    setDone(null);
    if (begun) say(t("tour.begun"));
  }, [file]);

  const now = useRef({ view, before: view });
  const look = useCallback(
    (answered: Name | null) => {
      const step = at === null ? undefined : tourSteps[at];
      if (at === null || !step?.done({ ...now.current, answered })) return;
      keepTour(at + 1);
      setDone(at);
      setAt(at + 1);
    },
    [at],
  );
  const left = useRef({ palette: view, at: Number.NEGATIVE_INFINITY });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each view, whatever the step has become.
  useEffect(() => {
    const last = now.current.view;
    const soon = performance.now() - left.current.at < SOON;
    if (last.window === "palette" && view.window === null)
      left.current = { palette: last, at: performance.now() };
    now.current = { view, before: soon ? left.current.palette : last };
    look(null);
    now.current = { view, before: view };
  }, [view]);
  useAnswered(look);

  return { at, done, to };
}
