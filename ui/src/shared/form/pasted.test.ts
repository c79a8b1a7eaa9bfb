import { expect, it } from "vitest";
import { pastedFile } from "./pasted";

const pasted = (file: File | null) =>
  pastedFile(
    { files: file ? [file] : [], items: [] } as unknown as DataTransfer,
    "Pasted picture",
    new Date(2026, 10, 21, 14, 32),
  );

it.each([
  ["image.png", "image/png", "Pasted picture 2026-11-21 14.32.png"],
  ["image.jpeg", "image/jpeg", "Pasted picture 2026-11-21 14.32.jpg"],
  ["", "image/svg+xml", "Pasted picture 2026-11-21 14.32.svg"],
  ["minutes.png", "image/png", "minutes.png"],
  ["report.pdf", "application/pdf", "report.pdf"],
])("names %s of %s", (name, type, expected) => {
  expect(pasted(new File(["x"], name, { type }))?.name).toBe(expected);
});

it("finds nothing where nothing is", () => {
  expect(pasted(null)).toBeNull();
  expect(pastedFile(null, "Pasted picture")).toBeNull();
});
