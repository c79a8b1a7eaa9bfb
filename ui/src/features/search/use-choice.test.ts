import { describe, expect, it } from "vitest";
import { toLine } from "./use-choice";

describe("from line to line", () => {
  for (const [key, at, count, expected] of [
    ["ArrowDown", -1, 3, 0],
    ["ArrowDown", 0, 3, 1],
    ["ArrowDown", 2, 3, 2],
    ["ArrowUp", -1, 3, 2],
    ["ArrowUp", 2, 3, 1],
    ["ArrowUp", 0, 3, 0],
    ["PageDown", 0, 30, 10],
    ["PageDown", 25, 30, 29],
    ["PageUp", 25, 30, 15],
    ["PageUp", 3, 30, 0],
    ["Home", 3, 30, null],
    ["a", 3, 30, null],
    ["ArrowDown", -1, 0, null],
  ] as const) {
    it(`${key} from ${at} of ${count}`, () => expect(toLine(key, at, count)).toBe(expected));
  }
});
