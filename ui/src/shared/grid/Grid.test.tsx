import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { faults, show } from "../../../test/host";
import { type Column, Grid } from "./Grid";

type Row = { id: string; name: string };
const columns: Column<Row>[] = [
  { id: "ref", head: "Reference", width: "80px", cell: (row) => row.id },
  { id: "name", head: "Name", width: "1fr", cell: (row) => row.name },
];
const groups = [
  { key: "a", start: 0, count: 2, label: "First" },
  { key: "b", start: 2, count: 99_998, label: "Second" },
];
const make = (index: number): Row => ({ id: `c${index}`, name: `Row ${index}` });

function Try(props: {
  row?: (index: number) => Row | undefined;
  onSelect?: (row: Row, index: number) => void;
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
      loadingLabel="Loading"
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
    const grid = screen.getByRole("grid", { name: "Rows" });
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
    const grid = screen.getByRole("grid");
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
    fireEvent.keyDown(screen.getByRole("grid"), { key: "ArrowDown" });
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
});
