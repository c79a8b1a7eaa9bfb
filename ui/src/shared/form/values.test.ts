import { describe, expect, it } from "vitest";
import { keep, keepFor, kept } from "../kept";
import { readEvidence } from "./EvidenceInput";
import { changes, draftOf, dropDraft, isEmpty, keepDraft, lostFiles } from "./values";

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

describe("a draft", () => {
  const file = { grant: "g1", name: "minutes.pdf", bytes: 3 };
  it("outlives the program, but for its files, in its own workspace", () => {
    keepFor("/one");
    keepDraft("update c1", { text: "Half", evidence: { file, words: "" } });
    expect(draftOf("update c1")).toMatchObject({ evidence: { file } });
    expect(lostFiles("update c1")).toEqual([]);
    // What another start of the program finds.
    keepFor("/two");
    keep("draft update c1 /two", kept("draft update c1 /one"));
    expect(draftOf("update c1")).toEqual({ text: "Half", evidence: { file: null, words: "" } });
    expect(lostFiles("update c1")).toEqual(["minutes.pdf"]);
    dropDraft("update c1");
    expect([draftOf("update c1"), kept("draft update c1 /two")]).toEqual([undefined, null]);
    keep("draft update c1 /two", "{not json");
    expect(draftOf("update c1")).toBeUndefined();
  });
});
