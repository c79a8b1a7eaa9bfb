import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "../../test/host";
import type { Column } from "../shared/grid/columns";
import type { GridHandle } from "../shared/grid/Grid";
import { useCells } from "./use-cells";
import type { Many } from "./use-many";

type Row = { id: string };

const due: Column<Row> = {
  id: "due",
  head: "Due",
  cell: () => null,
  text: () => "",
  width: { least: 1 },
  edit: { field: "due", kind: "due", from: () => "" },
} as unknown as Column<Row>;

/** A list of which two rows are known until it is counted: then there are nine. */
function open() {
  const fetchPages = vi.fn(async () => []);
  let count = () => {};
  let laid: number[] = [];
  function List() {
    const known = { rows: 2, counted: false };
    const [at, setAt] = useState(known);
    count = () => setAt({ rows: 9, counted: true });
    const below = (index: number, rows: number) => {
      laid = [index, Math.min(index + rows, at.rows) - 1];
      return [laid];
    };
    const cells = useCells<Row>({
      list: "commitments",
      columns: [due],
      visible: [due],
      many: { select: { count: 0 } } as Many<Row>,
      fetchPages,
      counted: at.counted,
      grid: { current: { below } as unknown as GridHandle },
      asked: false,
      onClosed: () => {},
    });
    return (
      <>
        <div className="grid">
          <div data-id="c2" data-index="1">
            <button type="button" data-column="due">
              Due
            </button>
          </div>
        </div>
        <input aria-label="Elsewhere" />
        {cells.windows}
      </>
    );
  }
  show(<List />);
  const cell = screen.getByText("Due");
  return {
    fetchPages,
    /** The first and the last row that the block was last laid over. */
    laid: () => laid,
    count: () => act(async () => count()),
    paste: (text: string) =>
      act(async () => {
        cell.focus();
        fireEvent.paste(cell, { clipboardData: { files: [], getData: () => text } });
      }),
  };
}

beforeEach(() => document.body.replaceChildren());

it("lays a block that goes further than the list is known when it is counted", async () => {
  const list = open();
  await list.paste("2027-01-01\n2027-02-01\n2027-03-01");
  expect(list.fetchPages).not.toHaveBeenCalled();
  await list.count();
  expect(list.fetchPages).toHaveBeenCalledOnce();
  expect(list.laid()).toEqual([1, 3]);
});

it("lays it nowhere where one has gone elsewhere meanwhile", async () => {
  const list = open();
  await list.paste("2027-01-01\n2027-02-01\n2027-03-01");
  screen.getByLabelText("Elsewhere").focus();
  await list.count();
  expect(list.fetchPages).not.toHaveBeenCalled();
});

it("lays a block at once that ends among the rows that are known", async () => {
  const list = open();
  await list.paste("2027-01-01\t2027-02-01");
  expect(list.fetchPages).toHaveBeenCalledOnce();
});
