import { describe, expect, it } from "vitest";
import { readEvidence } from "./EvidenceInput";
import { changes, isEmpty } from "./values";

describe("what an Edit command is sent", () => {
  const before = { title: "A", symbol: "S/1", day: "2024-01-01", parent: null, on: false };
  it("holds only what changed, and the word none for what was emptied", () => {
    expect(changes(before, { ...before })).toEqual({});
    expect(changes(before, { ...before, title: "B", symbol: "", on: true })).toEqual({
      title: "B",
      symbol: "none",
      on: "true",
    });
    const parent = { id: "a7", ref: "DPO", name: "Department" };
    expect(changes(before, { ...before, parent })).toEqual({ parent: "a7" });
    expect(changes({ parent }, { parent: null })).toEqual({ parent: "none" });
  });
});

describe("evidence", () => {
  it.each([
    ["https://example.org/a?b", "link"],
    ["www.un.org/en", "link"],
    ["S/2024/123", "symbol"],
    ["A/RES/75/1", "symbol"],
    ["Told us on the phone", "note"],
    ["and/or both", "note"],
    ["  ", null],
  ])("reads %s as %s", (words, read) => {
    expect(readEvidence({ file: null, words })).toBe(read);
  });
  it("prefers the file, and is empty without anything", () => {
    const file = { grant: "g", name: "a.pdf", bytes: 0 };
    expect(readEvidence({ file, words: "x" })).toBe("file");
    expect(isEmpty({ file: null, words: " " })).toBe(true);
    expect(isEmpty({ file, words: "" })).toBe(false);
  });
});
