import { describe, expect, it } from "vitest";
import { flatCount, fromFlat, groupOf, moved, scrollMap, toFlat } from "./maths";

const groups = [
  { start: 0, count: 3 },
  { start: 3, count: 1 },
  { start: 4, count: 2 },
];

describe("group rows between data rows", () => {
  it("lays them out and finds its way back", () => {
    expect(flatCount(6, groups)).toBe(9);
    const seen = Array.from({ length: 9 }, (_, flat) => {
      const place = fromFlat(flat, groups);
      return place.kind === "group" ? `g${place.group}` : place.index;
    });
    expect(seen).toEqual(["g0", 0, 1, 2, "g1", 3, "g2", 4, 5]);
    for (let index = 0; index < 6; index++) {
      expect(fromFlat(toFlat(index, groups), groups)).toEqual({ kind: "row", index });
    }
    expect(groupOf(4, groups)).toBe(2);
  });
  it("is the identity without groups", () => {
    expect(fromFlat(41, [])).toEqual({ kind: "row", index: 41 });
    expect(toFlat(41, [])).toBe(41);
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
