import { expect, it } from "vitest";
import { dayBefore, quarterStart, yearStart } from "./days";

it("reckons days of the calendar", () => {
  expect(dayBefore("2026-03-01", 1)).toBe("2026-02-28");
  expect(dayBefore("2026-11-20", 90)).toBe("2026-08-22");
  expect(quarterStart("2026-11-30")).toBe("2026-10-01");
  expect(quarterStart("2026-03-31")).toBe("2026-01-01");
  expect(quarterStart("2026-05-31")).toBe("2026-04-01");
  expect(yearStart("2026-05-31")).toBe("2026-01-01");
});
