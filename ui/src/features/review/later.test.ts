import { expect, it } from "vitest";
import { choices, dayOf, OTHER } from "./later";

it.each([
  ["week", "2026-11-28"],
  ["two_weeks", "2026-12-05"],
  ["month", "2026-12-21"],
  ["quarter", "2027-02-21"],
  ["half_year", "2027-05-21"],
])("puts off by %s", (id, day) => {
  expect(dayOf(id, "2026-11-21")).toBe(day);
});

it("stays in the month, and knows no day of another choice", () => {
  expect(dayOf("month", "2027-01-31")).toBe("2027-02-28");
  expect(dayOf(OTHER, "2026-11-21")).toBeNull();
  expect(choices).toHaveLength(5);
});
