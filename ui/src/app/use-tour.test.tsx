import { act } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { show } from "../../test/host";
import { keepFor } from "../shared/kept";
import { keepTour, tourAt, tourSteps } from "./tour-steps";
import { useTour } from "./use-tour";
import { firstView, type View } from "./view";

it("counts what is gone to a moment after the palette closed as found in it", () => {
  const search = tourSteps.findIndex(({ id }) => id === "search");
  keepFor("/tour");
  keepTour(search);
  let look: (view: View) => void = () => {};
  function Tour() {
    const [view, setView] = useState(firstView);
    useTour(view, "/tour");
    look = setView;
    return null;
  }
  show(<Tour />);
  act(() => look({ ...firstView, window: "palette" }));
  act(() => look(firstView));
  expect(tourAt()).toBe(search);
  act(() => look({ ...firstView, place: { at: "queue", queue: "mine" } }));
  expect(tourAt()).toBe(search + 1);
});
