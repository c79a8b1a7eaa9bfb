import { afterEach, expect, it } from "vitest";
import { fakeHost, show } from "../../test/host";
import { keep } from "../shared/kept";
import { useAhead } from "./ahead";
import { firstView, type Step } from "./view";

afterEach(() => keep("columns.queue.mine", null));

/** Which lists are asked by a step, before what it shows is drawn. */
function asks(taken: Step): unknown[] {
  const { host, asked } = fakeHost({ List: () => ({ total: 0 }) as never });
  function Steps() {
    const go = useAhead(firstView, () => {});
    return (
      <button type="button" onClick={() => go(taken)}>
        go
      </button>
    );
  }
  const { container, unmount } = show(<Steps />, host);
  container.querySelector("button")?.click();
  unmount();
  return asked.map(({ name, args }) => [name, (args as { queue?: string; filter?: string }).queue]);
}

const mine: Step = { do: "go", place: { at: "queue", queue: "mine" } };

it("asks the list of another place at the step", () => {
  expect(asks(mine)).toEqual([["List", "mine"]]);
  expect(asks({ do: "follow", place: mine.place, filter: "slips>1", asOf: null })).toEqual([
    ["List", "mine"],
  ]);
});
it("asks nothing where there is no list, or the step stays", () => {
  expect(asks({ do: "go", place: { at: "diary" } })).toEqual([]);
  expect(asks({ do: "select", item: "x" })).toEqual([]);
});
it("leaves a list that is sorted to its columns", () => {
  keep("columns.queue.mine", '{"sort":[{"id":"due","down":true}]}');
  expect(asks(mine)).toEqual([]);
});
