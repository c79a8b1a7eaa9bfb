import { describe, expect, it } from "vitest";
import {
  dropPlace,
  type Layout,
  PLAIN,
  placed,
  readLayout,
  shown,
  sized,
  sortWords,
  starts,
  toggled,
  turned,
  type Width,
  widths,
} from "./columns";

const all = [
  { id: "ref", sort: "label" },
  { id: "text", sort: "text" },
  { id: "age", more: true },
  { id: "due", sort: "due" },
];
const order = (layout: Layout) => shown(all, layout).map((column) => column.id);

describe("which columns are shown", () => {
  it("is as they come until something is chosen", () => {
    expect(order(PLAIN)).toEqual(["ref", "text", "due"]);
    expect(order({ ...PLAIN, columns: [] })).toEqual(["ref", "text", "due"]);
    expect(order({ ...PLAIN, columns: ["due", "gone", "ref"] })).toEqual(["due", "ref"]);
  });
  it("takes a column in at its usual place and out again", () => {
    const more = toggled(all, PLAIN, "age");
    expect(order(more)).toEqual(["ref", "text", "age", "due"]);
    expect(order(toggled(all, more, "ref"))).toEqual(["text", "age", "due"]);
    expect(order(toggled(all, { ...PLAIN, columns: ["due"] }, "ref"))).toEqual(["ref", "due"]);
  });
  it("keeps the last one, and the frozen ones that are left", () => {
    const one = { ...PLAIN, columns: ["due"] };
    expect(toggled(all, one, "due")).toBe(one);
    expect(toggled(all, { ...PLAIN, frozen: 2 }, "ref").frozen).toBe(1);
    expect(toggled(all, { ...PLAIN, frozen: 1 }, "due").frozen).toBe(1);
  });
  it.each([
    ["ref", 1, ["text", "ref", "due"]],
    ["ref", 9, ["text", "due", "ref"]],
    ["due", -1, ["due", "ref", "text"]],
    ["text", 1, ["ref", "text", "due"]],
  ])("puts %s to place %d", (id, to, expected) => {
    expect(order(placed(all, PLAIN, id, to))).toEqual(expected);
  });
});

describe("sorting", () => {
  it("goes up, down, and back to how the list comes", () => {
    const up = turned(PLAIN, "due", false);
    expect(sortWords(all, up.sort)).toBe("due");
    const down = turned(up, "due", false);
    expect(sortWords(all, down.sort)).toBe("-due");
    expect(sortWords(all, turned(down, "due", false).sort)).toBeNull();
  });
  it("adds further keys, turns them where they stand, and has four at most", () => {
    const two = turned(turned(PLAIN, "due", false), "text", true);
    expect(sortWords(all, two.sort)).toBe("due,text");
    expect(sortWords(all, turned(two, "due", true).sort)).toBe("-due,text");
    expect(sortWords(all, turned(two, "ref", false).sort)).toBe("label");
    const many = ["a", "b", "c", "d", "e"].reduce((layout, id) => turned(layout, id, true), PLAIN);
    expect(many.sort.map((key) => key.id)).toEqual(["a", "b", "c", "d"]);
  });
});

describe("widths", () => {
  const columns: { id: string; width: Width }[] = [
    { id: "ref", width: { least: 60, share: 10, most: 100 } },
    { id: "text", width: { least: 120, grow: true } },
    { id: "due", width: { least: 80, share: 10, most: 90 } },
  ];
  it.each([
    [800, {}, [80, 640, 80]],
    [2000, {}, [100, 1810, 90]],
    [200, {}, [60, 120, 80]],
    [800, { text: 300 }, [80, 300, 80]],
    [800, { ref: 200 }, [200, 520, 80]],
  ])("in %d pixels with %o are %o", (room, sizes, expected) => {
    expect(widths(columns, sizes, room)).toEqual(expected);
  });
  it("are held within what can be seen", () => {
    expect(sized(PLAIN, "ref", 3).sizes.ref).toBe(40);
    expect(sized(PLAIN, "ref", 5000).sizes.ref).toBe(900);
    expect(starts([80, 40, 10])).toEqual([0, 80, 120, 130]);
  });
  it.each([
    [0, 99, 0],
    [0, 151, 1],
    [0, 999, 2],
    [2, 149, 1],
    [2, 49, 0],
  ])("a column dragged from place %d to %d lands at %d", (from, x, to) => {
    expect(dropPlace([100, 100, 100], from, x)).toBe(to);
  });
});

describe("a layout that was kept", () => {
  it("comes back as it was", () => {
    const layout = { columns: ["due"], sizes: { due: 90 }, frozen: 1, sort: [{ id: "due", down: true }] };
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
  });
  it.each([[null], ["{"], ["7"], ['{"columns":7,"sizes":{"a":"b"},"frozen":-2,"sort":[1]}']])(
    "%s is as it comes",
    (text) => {
      expect(readLayout(text)).toEqual(PLAIN);
    },
  );
});
