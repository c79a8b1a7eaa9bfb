import { describe, expect, it } from "vitest";
import {
  ALL_MARKED,
  isMarked,
  markCount,
  NO_MARKS,
  pagesOf,
  placesOf,
  rangeMarked,
  toggledMark,
} from "./marks";

const at = (index: number) => ({ id: `c${index}`, index });
const ids = (marks: { rows: ReadonlyMap<string, number> }) => [...marks.rows.keys()];

describe("selected rows", () => {
  it("begin with the open one when a second is taken in", () => {
    const two = toggledMark(NO_MARKS, at(4), at(1));
    expect(ids(two)).toEqual(["c1", "c4"]);
    expect(ids(toggledMark(two, at(1), at(4)))).toEqual(["c4"]);
  });
  it("begin with one row where that is the open one", () => {
    expect(ids(toggledMark(NO_MARKS, at(1), at(1)))).toEqual(["c1"]);
    expect(ids(toggledMark(NO_MARKS, at(1), null))).toEqual(["c1"]);
  });
  it("can be all, counted as the list has them, and begin again with a single one", () => {
    expect(markCount(ALL_MARKED, 300_000)).toBe(300_000);
    expect(isMarked(ALL_MARKED, "whatever")).toBe(true);
    const one = toggledMark(ALL_MARKED, at(7), at(1));
    expect(ids(one)).toEqual(["c7"]);
    expect(markCount(one, 300_000)).toBe(1);
  });
  it("are those of a range", () => {
    expect(ids(rangeMarked([at(2), at(3)]))).toEqual(["c2", "c3"]);
  });
  it("are found again on the pages where they stood", () => {
    expect(pagesOf([250, 3, 99, 201], 100)).toEqual([0, 2]);
    expect(
      placesOf([
        [2, 4],
        [9, 9],
      ]),
    ).toEqual([2, 3, 4, 9]);
  });
});
