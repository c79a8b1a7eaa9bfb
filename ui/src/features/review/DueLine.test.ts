import { describe, expect, it } from "vitest";
import { commitment } from "../../../test/pages";
import { along, points } from "./DueLine";

describe("the line of a due", () => {
  it("stands from its earliest to its latest day", () => {
    expect(along(["2024-01-01", "2024-01-11", "2024-01-06"])).toEqual([0, 100, 50]);
    expect(along(["2024-01-01"])).toEqual([50]);
  });
  it("holds the first day, those between, the current one and today", () => {
    const kinds = (page: typeof commitment) => points(page, "2026-11-20").map((one) => one.kind);
    expect(kinds(commitment)).toEqual(["current", "today"]);
    expect(kinds({ ...commitment, due: null })).toEqual([]);
    const move = (before: string, after: string) =>
      ({ before, due_by_before: before, due_by: after }) as (typeof commitment.moves)[number];
    const moves = [move("2022-12-31", "2023-06-30"), move("2023-06-30", "2023-12-31")];
    expect(points({ ...commitment, moves }, "2026-11-20").map((one) => one.day)).toEqual([
      "2022-12-31",
      "2023-06-30",
      "2023-12-31",
      "2026-11-20",
    ]);
  });
});
