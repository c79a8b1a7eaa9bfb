// Holds that each term has its words, and that it is found where it stands.
import { describe, expect, it } from "vitest";
import en from "../strings/en.json";
import { termAt, termIds, termOf } from "./terms";

describe("the terms", () => {
  it("have a name and an explanation each, and no others are there", () => {
    expect(Object.keys(en.terms).sort()).toEqual([...termIds].sort());
  });
  it.each([
    ["due", false, "due"],
    ["words", true, "due"],
    ["slips", false, "slip"],
    ["late", false, "overdue"],
    ["text", true, null],
    ["decider", true, null],
  ])("%s in a form: %s is %s", (name, inForm, term) => {
    expect(termOf(name, inForm)).toBe(term);
  });
  it("are found from what has the focus", () => {
    document.body.innerHTML = `<div data-field="verdict"><input id="a" /></div><div data-column="health" id="b"></div><p id="c"></p>`;
    expect(["a", "b", "c"].map((id) => termAt(document.getElementById(id)))).toEqual([
      "verdict",
      "health",
      null,
    ]);
  });
});
