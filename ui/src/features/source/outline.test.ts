import { describe, expect, it } from "vitest";
import type { OutlineRow, ProgressState } from "../../queries/types";
import { type Only, onlyRows, sections } from "./outline";

/** `1 A overdue`: label, section, state; a label with a dot is a part. */
const rows = (...lines: string[]): OutlineRow[] =>
  lines.map((line) => {
    const [label = "", section = "", state = "open"] = line.split(" ");
    return {
      id: label,
      recommendation: `R ${label}`,
      label,
      section: section === "-" ? null : section,
      page: null,
      line: null,
      heading: null,
      text: "",
      part: label.includes("."),
      private: false,
      state: state as ProgressState,
      commitments: 0,
      leads: [],
      asked: [],
      due_by: null,
      days_overdue: null,
      evidence: 0,
    };
  });

describe("the rows of one sort", () => {
  const all = rows(
    "1 A implemented",
    "2 A overdue",
    "2.1 A overdue",
    "2.2 A implemented",
    "3 B not_taken_up",
    "4 B partly",
    "4.1 B not_taken_up",
    "4.2 B suspended",
    "4.3 B not_taken_up",
  );
  it.each<[Only, string]>([
    ["all", "1 2 2.1 2.2 3 4 4.1 4.2 4.3"],
    ["overdue", "2 2.1"],
    ["open", "2 2.1 4 4.2"],
    ["not_taken_up", "3 4 4.1 4.3"],
  ])("%s", (only, expected) => {
    expect(
      onlyRows(all, only)
        .map((row) => row.id)
        .join(" "),
    ).toBe(expected);
  });
});

it("stand under their sections in the order of the document", () => {
  const found = sections(rows("1 A", "1.1 -", "2 A", "3 B", "4 A", "5 -"));
  expect(found.map(({ title, rows }) => `${title}: ${rows.map((row) => row.id).join(" ")}`)).toEqual([
    "A: 1 1.1 2",
    "B: 3",
    "A: 4",
    "null: 5",
  ]);
});
