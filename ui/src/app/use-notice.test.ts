import { expect, it } from "vitest";
import { asked, dayAfter } from "./use-notice";

it.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-01", -1, "2026-02-28"],
])("%s and %i days is %s", (day, days, then) => {
  expect(dayAfter(day, days)).toBe(then);
});

it("asks of what became overdue since the last notice, whenever that was", () => {
  expect(asked("2026-11-21", "2026-11-10")).toEqual({
    late: "status:open due>=2026-11-10 due<2026-11-21",
    soon: "status:open due>=2026-11-21 due<=2026-11-28",
  });
  expect(asked("2026-11-21", null)?.late).toBe("status:open due>=2026-11-20 due<2026-11-21");
});

it("is silent on the same day, and when the clock went back", () => {
  expect(asked("2026-11-21", "2026-11-21")).toBeNull();
  expect(asked("2026-11-21", "2026-11-22")).toBeNull();
});
