// Holds what counts as done in each step of the practice tour, and that each step has its words.
import { describe, expect, it } from "vitest";
import { keepFor } from "../shared/kept";
import en from "../strings/en.json";
import {
  begins,
  isPractice,
  keepTour,
  practiceMade,
  practiceName,
  type Seen,
  tourAt,
  tourSteps,
} from "./tour-steps";
import { firstView, type View } from "./view";

const seen = (before: Partial<View>, view: Partial<View>, answered: Seen["answered"] = null): Seen => ({
  before: { ...firstView, ...before },
  view: { ...firstView, ...view },
  answered,
});

describe("the practice tour", () => {
  it.each<[string, Seen, boolean]>([
    ["choose", seen({ item: null }, { item: "a" }), false],
    ["choose", seen({ item: "a" }, { item: "b" }), true],
    ["choose", seen({ item: "a" }, { item: "b", place: { at: "bin" } }), false],
    ["update", seen({}, { form: { name: "update" } }), false],
    ["update", seen({}, {}, "LogUpdate"), true],
    ["undo", seen({}, {}, "LogUpdate"), false],
    ["undo", seen({}, {}, "Undo"), true],
    ["search", seen({ window: "palette" }, {}), false],
    ["search", seen({ window: "palette" }, { item: "a" }), true],
    ["search", seen({ window: "palette" }, { place: { at: "bin" } }), true],
    ["review", seen({}, { review: "run" }), false],
    ["review", seen({ review: "run" }, {}), true],
    ["letter", seen({}, { window: "letter" }), false],
    ["letter", seen({ window: "letter" }, {}), true],
    ["export", seen({ window: "export" }, {}), false],
    ["export", seen({}, {}, "Summary"), true],
  ])("%s", (id, what, done) => {
    expect(tourSteps.find((step) => step.id === id)?.done(what)).toBe(done);
  });

  it("has words for each step and no others", () => {
    expect(Object.keys(en.tour.step)).toEqual(tourSteps.map((step) => step.id));
  });

  it("keeps its place for each workspace, begins once, and gives each practice file a name of its own", () => {
    keepFor("one");
    expect(tourAt()).toBeNull();
    expect(practiceName("Practice")).toBe("Practice.followthrough");
    practiceMade();
    expect(practiceName("Practice")).toBe("Practice 2.followthrough");
    expect([begins(), begins(), isPractice()]).toEqual([true, false, true]);
    keepTour(3);
    keepFor("two");
    expect([tourAt(), isPractice()]).toEqual([null, false]);
    keepFor("one");
    expect(tourAt()).toBe(3);
    keepTour(99);
    expect(tourAt()).toBeNull();
  });
});
