import { describe, expect, it } from "vitest";
import {
  along,
  flatAt,
  foldedUnder,
  fromFlat,
  groupOf,
  lay,
  moved,
  scrollMap,
  shownRows,
  startOf,
  toFlat,
} from "./maths";

const heights = { row: 34, head: 30 };
const groups = [
  { start: 0, count: 3 },
  { start: 3, count: 1 },
  { start: 4, count: 2 },
];
const folded = (...which: number[]) =>
  lay(
    6,
    groups.map((group, n) => ({ ...group, folded: which.includes(n) })),
  );
const open = lay(6, groups);
const seen = (laid: ReturnType<typeof lay>) =>
  Array.from({ length: laid.flat }, (_, flat) => {
    const place = fromFlat(flat, laid);
    return place.kind === "group" ? `g${place.group}` : place.index;
  });

describe("group rows between data rows", () => {
  it("lays them out and finds its way back", () => {
    expect(seen(open)).toEqual(["g0", 0, 1, 2, "g1", 3, "g2", 4, 5]);
    for (let index = 0; index < 6; index++) {
      expect(fromFlat(toFlat(index, open), open)).toEqual({ kind: "row", index });
    }
    expect(groupOf(4, groups)).toBe(2);
  });
  it("is the identity without groups", () => {
    const none = lay(50, []);
    expect(none.flat).toBe(50);
    expect(fromFlat(41, none)).toEqual({ kind: "row", index: 41 });
    expect(toFlat(41, none)).toBe(41);
    expect(shownRows(-5, 60, none)).toEqual([[0, 49]]);
    expect(startOf(41, heights, none)).toBe(41 * 34);
  });
  it.each([
    [[0], ["g0", "g1", 3, "g2", 4, 5]],
    [[1], ["g0", 0, 1, 2, "g1", "g2", 4, 5]],
    [
      [0, 2],
      ["g0", "g1", 3, "g2"],
    ],
    [
      [0, 1, 2],
      ["g0", "g1", "g2"],
    ],
  ])("leaves out the rows of folded groups %j", (which, shown) => {
    const laid = folded(...which);
    expect(seen(laid)).toEqual(shown);
    for (const [flat, what] of shown.entries()) {
      if (typeof what === "number") expect(toFlat(what, laid)).toBe(flat);
    }
  });
  it.each([[[]], [[0]], [[1]], [[0, 2]], [[0, 1, 2]]])("knows where each stands, with %j folded", (which) => {
    const laid = folded(...which);
    let from = 0;
    for (const [flat, what] of seen(laid).entries()) {
      const high = typeof what === "number" ? heights.row : heights.head;
      expect(startOf(flat, heights, laid)).toBe(from);
      expect(flatAt(from, heights, laid)).toBe(flat);
      expect(flatAt(from + high - 1, heights, laid)).toBe(flat);
      from += high;
    }
    expect(startOf(laid.flat, heights, laid)).toBe(from);
    expect(flatAt(from + 500, heights, laid)).toBe(laid.flat - 1);
    expect(flatAt(-1, heights, laid)).toBe(-1);
  });
  it("has a folded row stand for its head", () => {
    const laid = folded(1);
    expect([toFlat(3, laid), foldedUnder(3, laid), foldedUnder(2, laid)]).toEqual([4, 1, -1]);
  });
  it.each([
    [[], 0, 8, [[0, 5]]],
    [
      [1],
      0,
      7,
      [
        [0, 2],
        [4, 5],
      ],
    ],
    [[0, 2], 0, 3, [[3, 3]]],
    [[0, 1, 2], 0, 2, []],
    [[], 2, 5, [[1, 3]]],
    [[1], 5, 6, [[4, 4]]],
  ])("asks only for what is shown: folded %j, from %d to %d", (which, first, last, asked) => {
    expect(shownRows(first, last, folded(...which))).toEqual(asked);
  });
  it("does not ask for a folded group of hundreds of thousands", () => {
    const laid = lay(300_002, [
      { start: 0, count: 1 },
      { start: 1, count: 300_000, folded: true },
      { start: 300_001, count: 1 },
    ]);
    expect(shownRows(-60, 60, laid)).toEqual([
      [0, 0],
      [300_001, 300_001],
    ]);
  });
  it.each([
    [3, 1, 3],
    [3, 2, 4],
    [1, -1, null],
    [5, -1, 2],
    [8, 1, null],
    [0, 1, 0],
  ])("from %d by %d goes to row %j, over the heads", (from, by, to) => {
    expect(along(from, by, open)).toBe(to);
  });
});

describe("the mapped scroll bar", () => {
  it("leaves lists alone that a web view can lay out", () => {
    const map = scrollMap(34 * 100_000, 600);
    expect(map.height).toBe(3_400_000);
    expect(map.toVirtual(1234)).toBe(1234);
  });
  it("reaches the first and the last row of higher ones", () => {
    const total = 34 * 1_000_000;
    const map = scrollMap(total, 600);
    expect(map.height).toBe(16_000_000);
    expect(map.toVirtual(0)).toBe(0);
    expect(map.toVirtual(map.height - 600)).toBeCloseTo(total - 600, 3);
    expect(map.toScroll(map.toVirtual(4_000_000))).toBeCloseTo(4_000_000, 3);
  });
});

describe("movement keys", () => {
  it.each([
    ["ArrowDown", 5, 6],
    ["ArrowDown", 99, 99],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 25],
    ["PageUp", 5, 0],
    ["Home", 50, 0],
    ["End", 50, 99],
    ["x", 50, null],
  ])("%s from %d leads to %s", (key, from, to) => {
    expect(moved(key, from, 100, 20)).toBe(to);
  });
});
