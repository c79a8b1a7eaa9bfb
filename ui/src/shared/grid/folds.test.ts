import { describe, expect, it } from "vitest";
import { ALL_FOLDED, isFolded, NONE_FOLDED, withFolded } from "./folds";

describe("folded groups", () => {
  it("are one by one, or all but some", () => {
    const one = withFolded(NONE_FOLDED, "a", true);
    expect([isFolded(one, "a"), isFolded(one, "b")]).toEqual([true, false]);
    expect(withFolded(one, "a", true)).toBe(one);
    expect(withFolded(one, "a", false)).toEqual(NONE_FOLDED);
    const but = withFolded(ALL_FOLDED, "a", false);
    expect([isFolded(but, "a"), isFolded(but, "b")]).toEqual([false, true]);
    expect(withFolded(but, "a", true)).toEqual(ALL_FOLDED);
  });
});
