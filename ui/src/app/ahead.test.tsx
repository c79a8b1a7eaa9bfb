import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost, show } from "../../test/host";
import { keep } from "../shared/kept";
import { useAhead, useForesee } from "./ahead";
import { firstView, home, type Step } from "./view";

const mine: Step = { do: "go", place: { at: "queue", queue: "mine" } };
const list = { total: 1, commitments: [{ id: "c1" }], recommendations: [] } as never;

/** Takes steps one after the other; answers which lists were asked, and which steps are taken by now. */
function take(steps: readonly Step[], answer: () => never | Promise<never> = () => list) {
  const { host, asked } = fakeHost({ List: answer as () => never });
  const taken: Step[] = [];
  function Steps() {
    const go = useAhead(firstView, (step) => taken.push(step));
    return (
      <button type="button" onClick={() => steps.forEach(go)}>
        go
      </button>
    );
  }
  const { container } = show(<Steps />, host);
  act(() => container.querySelector("button")?.click());
  return { taken, lists: () => asked.map(({ args }) => (args as { queue?: string }).queue) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  keep("columns.queue.mine", null);
});

describe("a step to another list", () => {
  it("asks it at once, and is taken with its answer, its first row chosen", async () => {
    const { taken, lists } = take([mine]);
    expect([lists(), taken]).toEqual([["mine"], []]);
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(taken).toEqual([mine, { do: "select", item: "c1" }]);
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(taken.length).toBe(2);
  });
  it("waits no longer than one notices", async () => {
    const { taken } = take([mine], () => new Promise(() => {}));
    await act(() => vi.advanceTimersByTimeAsync(49));
    expect(taken).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(taken).toEqual([mine]);
  });
  it("chooses nothing where the step leads to an item", async () => {
    const { taken } = take([{ ...mine, item: "s1" }]);
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(taken).toEqual([{ ...mine, item: "s1" }]);
  });
  it("goes before the next step, and a row of the list that goes is not meant any more", () => {
    const { taken } = take([mine, { do: "select", item: "old" }, { do: "side", out: true }]);
    expect(taken).toEqual([mine, { do: "side", out: true }]);
  });
  it("is asked from a mark of a picture too", () => {
    const { lists } = take([{ do: "follow", place: mine.place, filter: "slips>1", asOf: null }]);
    expect(lists()).toEqual(["mine"]);
  });
});

describe("any other step", () => {
  const diary: Step = { do: "go", place: { at: "diary" } };
  it.each([
    ["to a place without a list", diary],
    ["in the list", { do: "select", item: "x" } as const],
  ])("is taken at once: %s", (_, step) => {
    const { taken, lists } = take([step]);
    expect([taken, lists()]).toEqual([[step], []]);
  });
  it("also to a list that is sorted, which its columns ask", () => {
    keep("columns.queue.mine", '{"sort":[{"id":"due","down":true}]}');
    const { taken, lists } = take([mine]);
    expect([taken, lists()]).toEqual([[mine], []]);
  });
});

describe("a list that someone is near to", () => {
  /** Is near to these one after the other, and lets each answer come only when asked; answers which lists were asked. */
  function near(steps: readonly Step[], view = firstView) {
    const answers: (() => void)[] = [];
    const answer = () => new Promise((done) => answers.push(() => done(list))) as never;
    const { host, asked } = fakeHost({ List: answer, Overdue: answer });
    function Near() {
      const foresee = useForesee(view);
      return (
        <button type="button" onClick={() => steps.forEach(foresee)}>
          near
        </button>
      );
    }
    const { container } = show(<Near />, host);
    act(() => container.querySelector("button")?.click());
    return {
      lists: () => asked.map(({ name, args }) => (args as { queue?: string }).queue ?? name),
      answer: () => act(async () => answers.shift()?.()),
    };
  }
  const other = (queue: "no_date" | "suspended"): Step => ({ do: "go", place: { at: "queue", queue } });

  it("is asked, and of those that are passed meanwhile the last", async () => {
    const { lists, answer } = near([mine, other("no_date"), other("suspended")]);
    expect(lists()).toEqual(["mine"]);
    await answer();
    expect(lists()).toEqual(["mine", "suspended"]);
    await answer();
    expect(lists()).toEqual(["mine", "suspended"]);
  });
  it("is asked where what is overdue stands by lead, as it begins", () => {
    expect(near([{ do: "go", place: home }], { ...firstView, place: mine.place }).lists()).toEqual([
      "Overdue",
    ]);
  });
  it.each([
    ["narrowed", { ...mine, filter: "slips>1" } as Step, firstView],
    ["of another day", mine, { ...firstView, asOf: "2024-01-31" }],
    ["of no rows", { do: "go", place: { at: "diary" } } as Step, firstView],
  ])("is left until it is wanted: %s", (_, step, view) => {
    expect(near([step], view).lists()).toEqual([]);
  });
});
