// A plain table of a few rows: for reports and for the numbers behind a picture. Long lists stand in the grid.
import type { ReactNode } from "react";

export type TableColumn<Row> = {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and days stand at the end of their column. */
  end?: boolean;
  /** Names the row. */
  names?: boolean;
};

export function Table<Row>(props: {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: the table is inside.
    <div className="table-frame" role="region" aria-label={props.label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.id} scope="col" className={column.end ? "end" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, i) => (
            <tr key={props.keyOf(row, i)}>
              {props.columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" dir="auto">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.end ? "end" : undefined} dir="auto">
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
