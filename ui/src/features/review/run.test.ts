import { describe, expect, it } from "vitest";
import {
  arrived,
  begun,
  current,
  isBack,
  isOver,
  isRun,
  lookFrom,
  moved,
  place,
  putOff,
  type Run,
  recorded,
  tally,
  undone,
} from "./run";

const list = { ask: { name: "Overdue", args: { by_lead: true } }, label: "Overdue" } as const;
const first = begun(list, 0, 0, { id: "a", index: 0, rest: 2 });

describe("a run", () => {
  it("tells where one is, forwards and back, and when all are through", () => {
    expect(place(first)).toEqual({ n: 1, of: 3 });
    const second = arrived(first, { id: "b", index: 1, rest: 1 });
    expect([current(second), place(second)]).toEqual(["b", { n: 2, of: 3 }]);
    const back = moved(second, -1);
    expect([current(back), place(back), isBack(back)]).toEqual(["a", { n: 1, of: 3 }, true]);
    expect(moved(back, -1).at).toBe(0);
    const over = arrived(arrived(second, { id: "c", index: 2, rest: 0 }), null);
    expect([current(over), isOver(over), place(over)]).toEqual([null, true, { n: 3, of: 3 }]);
    expect(tally(over).passed).toBe(3);
    // From the closing page back to the last item.
    expect(current(moved(over, -1))).toBe("c");
  });
  it("counts the whole when items leave the list on the way", () => {
    // “a” was verified and left: “b” stands at its place.
    const second = arrived(recorded(first, "verified"), { id: "b", index: 0, rest: 1 });
    expect(place(second)).toEqual({ n: 2, of: 3 });
    expect(tally(second)).toMatchObject({ counts: { verified: 1 }, passed: 0 });
    expect(lookFrom(second)).toBe(0);
  });
  it("begins in the middle of a list, and never looks before that", () => {
    const run = begun(list, 11, 0, { id: "m", index: 11, rest: 37 });
    expect(place(run)).toEqual({ n: 12, of: 49 });
    expect(lookFrom(run)).toBe(11);
    expect(lookFrom({ ...run, index: 40 })).toBe(20);
  });
  it("takes back what was undone, and only that", () => {
    const run = arrived(recorded(first, "putOff"), { id: "b", index: 0, rest: 1 });
    expect(run.waiting).toBe(1);
    expect(undone(run, "SetDue")).toBe(run);
    expect(undone(run, "SetFlag")).toMatchObject({ at: 0, done: [], waiting: 0 });
  });
  it("narrows its list beside the list's own filter", () => {
    expect(putOff(list.ask, false).args.filter).toBe("-flagged>today");
    const ask = { name: "List", args: { kind: "commitments", filter: "lead:DPO" } } as const;
    expect(putOff(ask, true).args.filter).toBe("lead:DPO flagged>today");
  });
  it("is known again from what was kept, and nothing else is", () => {
    expect(isRun(JSON.parse(JSON.stringify(first)))).toBe(true);
    for (const other of [
      null,
      3,
      {},
      { ...first, at: "1" },
      { ...first, list: { label: "x" } } as unknown as Run,
    ])
      expect(isRun(other)).toBe(false);
  });
});
