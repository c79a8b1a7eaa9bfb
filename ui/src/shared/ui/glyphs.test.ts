// When letters count as missing. What a canvas really draws is seen in the journey tests/e2e/chromium/languages.
import { describe, expect, it } from "vitest";
import { type Draw, hasLetters } from "./glyphs";

const box = { width: 12, picture: "0110" };
const none = { width: 0, picture: "0000" };
const letters = ["中", "文", "字"];

const draws =
  (of: Record<string, { width: number; picture: string }>): Draw =>
  (letter) =>
    of[letter] ?? box;

describe("letters of a script", () => {
  it.each<[string, Record<string, { width: number; picture: string }>, boolean]>([
    [
      "each has its own picture",
      {
        中: { width: 16, picture: "1010" },
        文: { width: 16, picture: "1001" },
        字: { width: 16, picture: "1111" },
      },
      true,
    ],
    ["all are the box", {}, false],
    ["one is the box", { 中: { width: 16, picture: "1010" }, 文: { width: 16, picture: "1001" } }, false],
    ["nothing is drawn", { 中: none, 文: none, 字: none }, false],
    [
      "all look alike, in a box of another font",
      {
        中: { width: 9, picture: "1110" },
        文: { width: 9, picture: "1110" },
        字: { width: 9, picture: "1110" },
      },
      false,
    ],
  ])("%s", (_, drawn, has) => {
    expect(hasLetters(letters, draws(drawn))).toBe(has);
  });
});
