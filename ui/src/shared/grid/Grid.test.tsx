import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { faults, show } from "../../../test/host";
import type { Column } from "./columns";
import { Grid, type GridProps, type Select } from "./Grid";

type Row = { id: string; name: string };
const columns: Column<Row>[] = [
  {
    id: "ref",
    head: "Reference",
    width: { least: 80, share: 10, most: 80 },
    sort: "ref",
    cell: (row) => row.id,
    text: (row) => row.id,
  },
  {
    id: "name",
    head: "Name",
    width: { least: 80, grow: true },
    cell: (row) => row.name,
    text: (row) => row.name,
  },
];
const groups = [
  { key: "a", start: 0, count: 2, label: "First", said: "First, 2" },
  { key: "b", start: 2, count: 99_998, label: "Second", said: "Second, 99,998" },
];
const make = (index: number): Row => ({ id: `c${index}`, name: `Row ${index}` });

function Try(props: {
  row?: (index: number) => Row | undefined;
  onSelect?: (row: Row, index: number) => void;
  more?: Partial<GridProps<Row>>;
}) {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <Grid<Row>
      label="Rows"
      count={100_000}
      columns={columns}
      groups={groups}
      row={props.row ?? make}
      idOf={(row) => row.id}
      selected={selected}
      selectFirst={selected === null}
      onSelect={(row, index) => {
        setSelected(row.id);
        props.onSelect?.(row, index);
      }}
      onOpen={() => {}}
      onWindow={() => {}}
      words={{ loading: "Loading", comma: ", ", sorted: (nth, down) => `key ${nth}${down ? " down" : ""}` }}
      {...props.more}
    />
  );
}

describe("the grid", () => {
  // jsdom lays nothing out: every element is 340 pixels high.
  beforeAll(() => {
    Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 340 });
    Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 600 });
  });

  it("renders what is in sight of 100,000 rows, and says how many there are", async () => {
    const { container } = show(<Try />);
    const grid = screen.getByRole("treegrid", { name: "Rows" });
    expect(grid.getAttribute("aria-rowcount")).toBe("100003");
    const rows = screen.getAllByRole("row");
    expect(rows.length).toBeLessThan(40);
    expect(screen.getByText("First").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("2");
    expect(screen.getByText("Row 0").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("3");
    expect(screen.getByText("Row 2").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("6");
    expect(await faults(container)).toEqual([]);
  });

  it("moves by keys, selects as it moves, and keeps one row in the tab order", () => {
    const onSelect = vi.fn();
    show(<Try onSelect={onSelect} />);
    const grid = screen.getByRole("treegrid");
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    expect(onSelect).toHaveBeenLastCalledWith(make(1), 1);
    expect(document.activeElement?.getAttribute("data-id")).toBe("c1");
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    expect(document.querySelectorAll("[role=row][tabindex='0']").length).toBe(1);
    fireEvent.keyDown(grid, { key: "Home" });
    expect(onSelect).toHaveBeenLastCalledWith(make(0), 0);
  });

  it("follows the chosen row by its id when rows move", () => {
    const view = show(<Try />);
    fireEvent.keyDown(screen.getByRole("treegrid"), { key: "ArrowDown" });
    const shifted = (index: number): Row | undefined =>
      index === 0 ? { id: "new", name: "New" } : make(index - 1);
    view.unmount();
    show(<Try row={shifted} />);
    expect(screen.getByText("New")).toBeTruthy();
  });

  it("draws a placeholder for rows that are not there yet", () => {
    show(<Try row={() => undefined} />);
    expect(screen.getAllByText("Loading").length).toBeGreaterThan(5);
  });

  it("goes into the cells, back to the row, and up to the heads", () => {
    show(<Try />);
    const grid = screen.getByRole("treegrid");
    const at = () => document.activeElement as HTMLElement;
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(at(), { key: "ArrowRight" });
    expect(at().getAttribute("data-column")).toBe("ref");
    fireEvent.keyDown(at(), { key: "ArrowRight" });
    expect(at().getAttribute("data-column")).toBe("name");
    fireEvent.keyDown(at(), { key: "ArrowUp" });
    expect(at().closest("[role=row]")?.getAttribute("data-id")).toBe("c0");
    expect(at().getAttribute("data-column")).toBe("name");
    fireEvent.keyDown(at(), { key: "ArrowUp" });
    expect(at().getAttribute("role")).toBe("columnheader");
    expect(document.querySelectorAll("[role=treegrid] [tabindex='0']").length).toBe(1);
    fireEvent.keyDown(at(), { key: "ArrowDown" });
    expect(at().getAttribute("data-column")).toBe("name");
    fireEvent.keyDown(at(), { key: "Escape" });
    expect(at().getAttribute("role")).toBe("row");
  });

  it("names its rows, its groups and its columns in words, and a number with its column", () => {
    const counted: Column<Row>[] = [
      ...columns,
      {
        id: "n",
        head: "Updates",
        width: { least: 40, share: 5, most: 60 },
        end: true,
        cell: () => 3,
        text: () => "3",
      },
      {
        id: "none",
        head: "Health",
        width: { least: 40, share: 5, most: 60 },
        cell: () => null,
        text: () => "",
      },
      {
        id: "due",
        head: "Due",
        width: { least: 40, share: 5, most: 60 },
        end: true,
        cell: () => "9",
        text: () => "1 May",
        spoken: () => "9 days overdue",
      },
    ];
    const words = {
      loading: "Loading",
      comma: ", ",
      sorted: () => "",
      explain: () => "What the column tells.",
    };
    show(<Try more={{ columns: counted, words }} />);
    const named = (element: Element) => element.getAttribute("aria-label");
    expect(screen.getAllByRole("row").slice(1, 3).map(named)).toEqual([
      "First, 2",
      "c0, Row 0, Updates: 3, 9 days overdue",
    ]);
    expect(screen.getAllByRole("columnheader").map(named)).toEqual(counted.map(({ head }) => head));
  });

  it("sorts, sizes and moves columns at their heads", () => {
    const heads = { sort: vi.fn(), size: vi.fn(), place: vi.fn() };
    const layout = { columns: null, sizes: {}, frozen: 0, sort: [{ id: "ref", down: true }] };
    show(<Try more={{ heads, layout }} />);
    const head = screen.getByRole("columnheader", { name: "Reference" });
    expect(head.getAttribute("aria-sort")).toBe("descending");
    expect(head.getAttribute("aria-description")).toBe("key 1 down");
    fireEvent.keyDown(screen.getByRole("treegrid"), { key: "ArrowUp" });
    fireEvent.keyDown(screen.getByRole("treegrid"), { key: "ArrowUp" });
    fireEvent.keyDown(head, { key: "Enter" });
    expect(heads.sort).toHaveBeenLastCalledWith("ref", false);
    fireEvent.keyDown(head, { key: "Enter", shiftKey: true });
    expect(heads.sort).toHaveBeenLastCalledWith("ref", true);
    fireEvent.keyDown(head, { key: "ArrowRight", shiftKey: true });
    expect(heads.size).toHaveBeenLastCalledWith("ref", 96);
    fireEvent.keyDown(head, { key: "ArrowRight", ctrlKey: true });
    expect(heads.place).toHaveBeenLastCalledWith("ref", 1);
  });

  it("keeps rows in sight where a fold changes what a pixel of a mapped list stands for", () => {
    const groups = [
      { key: "a", start: 0, count: 500_000, label: "First", said: "First" },
      { key: "b", start: 500_000, count: 100_000, label: "Second", said: "Second" },
      { key: "c", start: 600_000, count: 400_000, label: "Third", said: "Third" },
    ];
    const folds = (folded: string | null) => ({
      is: (key: string) => key === folded,
      set: () => {},
      all: () => {},
    });
    function Folding() {
      const [folded, setFolded] = useState<string | null>(null);
      return (
        <>
          <button type="button" onClick={() => setFolded("c")}>
            Fold
          </button>
          <Try more={{ count: 1_000_000, groups, folds: folds(folded) }} />
        </>
      );
    }
    const { container } = show(<Folding />);
    const scroller = container.querySelector(".grid-scroll") as HTMLElement;
    const inSight = () =>
      [...scroller.querySelectorAll<HTMLElement>("[data-index]")].filter((row) => {
        const top = Number(/translateY\((.+)px\)/.exec(row.style.transform)?.[1]);
        return top >= scroller.scrollTop && top <= scroller.scrollTop + 340;
      });
    scroller.scrollTop = 8_000_000;
    fireEvent.scroll(scroller);
    const before = inSight().map((row) => row.dataset.id);
    expect(before.length).toBeGreaterThan(5);
    fireEvent.click(screen.getByText("Fold"));
    expect(inSight().map((row) => row.dataset.id)).toEqual(before);
  });

  it("folds groups, and stops at their heads", async () => {
    const set = vi.fn();
    const onWindow = vi.fn();
    function Folding() {
      const [folded, setFolded] = useState<readonly string[]>([]);
      const folds = {
        is: (key: string) => folded.includes(key),
        set: (key: string, on: boolean) => {
          set(key, on);
          setFolded((before) => (on ? [...before, key] : before.filter((one) => one !== key)));
        },
        all: (on: boolean) => setFolded(on ? ["a", "b"] : []),
      };
      return <Try more={{ folds, onWindow }} />;
    }
    const { container } = show(<Folding />);
    const grid = screen.getByRole("treegrid");
    const at = () => document.activeElement as HTMLElement;
    const press = (key: string) => fireEvent.keyDown(at(), { key });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    press("ArrowDown");
    expect(at().textContent).toBe("Second");
    expect(at().getAttribute("aria-expanded")).toBe("true");
    press("ArrowLeft");
    expect(set).toHaveBeenLastCalledWith("b", true);
    expect(at().textContent).toBe("Second");
    expect(at().getAttribute("aria-expanded")).toBe("false");
    expect(grid.getAttribute("aria-rowcount")).toBe("5");
    expect(onWindow).toHaveBeenLastCalledWith(0, 2, [[0, 1]]);
    expect(document.querySelectorAll("[role=treegrid] [tabindex='0']").length).toBe(1);
    expect(await faults(container)).toEqual([]);
    press("ArrowUp");
    expect(at().getAttribute("data-id")).toBe("c1");
    press("ArrowLeft");
    expect(at().textContent).toBe("First");
    press("Enter");
    expect(at().getAttribute("aria-expanded")).toBe("false");
    expect(grid.getAttribute("aria-rowcount")).toBe("3");
    press("ArrowDown");
    press("ArrowRight");
    expect(set).toHaveBeenLastCalledWith("b", false);
    press("ArrowRight");
    expect(at().getAttribute("data-id")).toBe("c2");
    expect(at().getAttribute("aria-level")).toBe("2");
    fireEvent.click(screen.getByText("First"));
    expect(set).toHaveBeenLastCalledWith("a", false);
  });

  it("selects several rows", async () => {
    const select = {
      count: 2,
      has: (id: string) => id === "c1",
      toggle: vi.fn(),
      range: vi.fn(),
      all: vi.fn(),
      clear: vi.fn(),
    };
    show(<Try more={{ select }} />);
    const grid = screen.getByRole("treegrid");
    expect(grid.getAttribute("aria-multiselectable")).toBe("true");
    expect(screen.getAllByRole("row", { selected: true }).length).toBe(1);
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    expect(select.range).toHaveBeenLastCalledWith([[0, 1]]);
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    expect(select.range).toHaveBeenLastCalledWith([[0, 2]]);
    fireEvent.keyDown(grid, { key: " ", ctrlKey: true });
    expect(select.toggle).toHaveBeenLastCalledWith(make(2), 2);
    fireEvent.keyDown(grid, { key: "a", ctrlKey: true });
    expect(select.all).toHaveBeenCalledOnce();
    expect(select.clear).not.toHaveBeenCalled();
    fireEvent.keyDown(grid, { key: "Escape" });
    expect(select.clear).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByText("Row 4"), { ctrlKey: true });
    expect(select.toggle).toHaveBeenLastCalledWith(make(4), 4);
    fireEvent.click(await screen.findByText("Row 6"), { shiftKey: true });
    expect(select.range).toHaveBeenLastCalledWith([[4, 6]]);
  });

  it("draws a few rows beyond those in sight a moment later", () => {
    vi.useFakeTimers();
    try {
      show(<Try more={{ groups: [] }} />);
      const drawn = () => screen.getAllByRole("row").length;
      const before = drawn();
      act(() => vi.advanceTimersByTime(100));
      expect(drawn()).toBe(before + 4);
    } finally {
      vi.useRealTimers();
    }
  });

  describe("at the end of what is still being counted", () => {
    /** Draws the first hundred rows; answers what tells that all five hundred are counted. */
    function counting(select?: Select<Row>) {
      let all = () => {};
      function Counting() {
        const [counted, setCounted] = useState(false);
        all = () => act(() => setCounted(true));
        const rows = counted ? { count: 500 } : { count: 100, more: true };
        return <Try more={{ ...rows, groups: [], ...(select ? { select } : {}) }} />;
      }
      show(<Counting />);
      return () => all();
    }
    const key = (key: string, how = {}) => fireEvent.keyDown(screen.getByRole("grid"), { key, ...how });
    const here = () => document.activeElement?.getAttribute("data-index");

    it("goes as far as is known, and then further", () => {
      const all = counting();
      key("End");
      expect(here()).toBe("99");
      all();
      expect(here()).toBe("499");
    });
    it("selects as far as is known, and then further", () => {
      const range = vi.fn();
      const all = counting({
        count: 0,
        has: () => false,
        toggle: vi.fn(),
        range,
        all: vi.fn(),
        clear: vi.fn(),
      });
      key("End", { shiftKey: true });
      all();
      expect(range.mock.calls).toEqual([[[[0, 99]]], [[[0, 499]]]]);
    });
    it("stays where one went meanwhile", () => {
      const all = counting();
      key("End");
      key("ArrowUp");
      all();
      expect(here()).toBe("98");
    });
    it.each([
      ["a key that means something elsewhere", () => key("u")],
      ["Escape", () => key("Escape")],
      ["the focus elsewhere", () => (document.activeElement as HTMLElement).blur()],
    ])("goes no further after %s", (_, leave) => {
      const all = counting();
      key("End");
      leave();
      all();
      expect([null, "99"]).toContain(here() ?? null);
    });
    it("goes further after Shift alone", () => {
      const all = counting();
      key("End");
      key("Shift");
      all();
      expect(here()).toBe("499");
    });
  });
});
