import { describe, expect, it } from "vitest";
import { hasHeadings, placeBlock, readBlock } from "./block";

type Row = { id: string };
const rows: Row[] = [{ id: "a" }, { id: "b" }, { id: "c" }];
const text = (id: string) => ({
  id,
  head: id.toUpperCase(),
  edit: { as: "text" as const, field: id, from: () => "" },
});
const columns = [
  {
    id: "status",
    head: "Status",
    edit: {
      as: "choice" as const,
      field: "status",
      from: () => "",
      options: [{ id: "not_started", label: "Not started" }],
    },
  },
  { id: "age", head: "Age" },
  text("handler"),
];

describe("a copied block", () => {
  it.each([
    ["a", [["a"]]],
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\t\tb", [["a", "", "b"]]],
    ['"x\ty"\t"he said ""no"""\nz', [["x\ty", 'he said "no"'], ["z"]]],
    ['"two\nlines"\tb', [["two\nlines", "b"]]],
    ['5" pipe\tb', [['5" pipe', "b"]]],
    ["\tb\n\n", [["", "b"]]],
  ])("%j", (copied, read) => expect(readBlock(copied)).toEqual(read));

  it("goes from its cell down and on, into what can be edited", () => {
    const put = placeBlock<Row>(readBlock("NOT STARTED\t7\tAmina\n\t8\tBoris"), columns, rows);
    expect(put.cells).toEqual([
      { item: "a", field: "status", value: "not_started" },
      { item: "a", field: "handler", value: "Amina" },
      { item: "b", field: "handler", value: "Boris" },
    ]);
    expect(put.notEdited).toEqual(["Age"]);
    expect(put.beyond).toBe(0);
  });

  it("ends with the list, on both sides", () => {
    const put = placeBlock<Row>(readBlock("1\t2\t3\n4\n5\n6"), [text("x"), text("y")], rows.slice(1));
    expect(put.cells.map(({ item, field, value }) => `${item} ${field} ${value}`)).toEqual([
      "b x 1",
      "b y 2",
      "c x 4",
    ]);
    expect(put.beyond).toBe(2);
  });

  it("is put into each selected row where it is one line", () => {
    const put = placeBlock<Row>(readBlock("Amina\tx"), [text("x"), text("y")], rows);
    expect(put.cells).toHaveLength(6);
  });

  it("names its items by itself where it has headings", () => {
    const named = [{ id: "ref", head: "Reference", names: true }, ...columns];
    expect(hasHeadings(readBlock("reference\tStatus\nC-1\tx"), named)).toBe(true);
    expect(hasHeadings(readBlock("C-1\tStatus"), named)).toBe(false);
  });
});
