// A block of cells as a spreadsheet copies it, laid from one cell of a list downwards and on to the end side. Empty cells
// leave what is there. It reads and places; it asks nobody and sets nothing.
import type { Column } from "../../shared/grid/columns";

type AnyColumn<Row> = Pick<Column<Row>, "id" | "head" | "edit" | "names">;
export type Placed = { item: string; field: string; value: string };

/** Lines of cells between tabs; a cell with a tab, a line end or a quotation mark in it stands in quotation marks. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows[rows.length - 1]?.push(cell);
    cell = "";
  };
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n+$/, "");
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i] ?? "";
    if (quoted && sign === '"' && plain[i + 1] === '"') {
      cell += sign;
      i += 1;
    } else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && sign === "\t") end();
    else if (!quoted && sign === "\n") {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return rows;
}

/** Whether its first line names the items and columns, so that each row finds its item by itself. */
export function hasHeadings<Row>(block: readonly string[][], columns: readonly AnyColumn<Row>[]): boolean {
  const plain = (text: string) => text.trim().toLocaleLowerCase();
  const first = block[0]?.map(plain) ?? [];
  return columns.some((column) => column.names && first.includes(plain(column.head)));
}

/** What a cell is to be: the words of a closed list by their id. */
export function valueFor<Row>(column: Pick<Column<Row>, "edit">, typed: string): string {
  const { edit } = column;
  const asked = typed.trim().toLocaleLowerCase();
  const option =
    edit?.as === "choice" ? edit.options.find((one) => one.label.toLocaleLowerCase() === asked) : undefined;
  return option?.id ?? typed.trim();
}

/**
 * The cells that a block sets. `columns`: those shown, from the cell on; `rows`: from its row on, or those selected. One
 * line goes into each of the rows.
 */
export function placeBlock<Row extends { id: string }>(
  block: readonly string[][],
  columns: readonly AnyColumn<Row>[],
  rows: readonly Row[],
): { cells: Placed[]; notEdited: string[]; beyond: number } {
  const cells: Placed[] = [];
  const lines = block.length === 1 ? rows.map(() => block[0] ?? []) : block;
  for (const [i, line] of lines.entries()) {
    const row = rows[i];
    if (!row) break;
    for (const [j, value] of line.entries()) {
      const column = columns[j];
      if (!column?.edit || value.trim() === "") continue;
      cells.push({ item: row.id, field: column.edit.field, value: valueFor(column, value) });
    }
  }
  const wide = Math.max(...block.map((line) => line.length));
  return {
    cells,
    notEdited: columns.slice(0, wide).flatMap((column) => (column.edit ? [] : [column.head])),
    beyond: Math.max(0, lines.length - rows.length),
  };
}
