// One row of the grid with its cells, and the row that heads a group. Drawn again only when something of it changed.
import { memo, type ReactNode } from "react";
import { type Column, saidRow } from "./columns";
import type { Edit } from "./Grid";

type Props<Row> = {
  domId: string;
  index: number;
  flat: number;
  /** Which row of its group, and of how many; null where there are no groups. */
  nth: number | null;
  of: number;
  top: number;
  there: Row | undefined;
  id: string | undefined;
  /** Selected: among several, or as the one that is open. */
  chosen: boolean;
  /** Open, while several are selected. */
  open: boolean;
  many: boolean;
  active: boolean;
  /** In the tab order. */
  stop: boolean;
  /** The cell that has the focus, of the active row. */
  cell: number | null;
  columns: readonly Column<Row>[];
  /** Where each of the first columns begins that stay when the others are scrolled. */
  frozenAt: readonly number[];
  edit: Edit<Row> | undefined;
  loading: string;
  comma: string;
};

function Row<Row>(props: Props<Row>) {
  const { there, id, columns, cell, edit } = props;
  return (
    <div
      id={props.domId}
      role="row"
      aria-rowindex={props.flat + 2}
      {...(props.nth === null
        ? {}
        : { "aria-level": 2, "aria-posinset": props.nth, "aria-setsize": props.of })}
      aria-label={there === undefined ? props.loading : saidRow(columns, there, props.comma)}
      aria-selected={props.chosen}
      aria-current={props.open || undefined}
      aria-busy={there === undefined || undefined}
      data-index={props.index}
      data-id={id}
      data-many={props.many || undefined}
      tabIndex={props.stop && cell === null ? 0 : -1}
      className="grid-row"
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {columns.map((column, i) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={i + 1}
          aria-readonly={edit ? there === undefined || !edit.can(there, column) : undefined}
          tabIndex={props.active ? (props.stop && cell === i ? 0 : -1) : undefined}
          className={`grid-cell${column.end ? " end" : ""}${i < props.frozenAt.length ? " frozen" : ""}`}
          style={i < props.frozenAt.length ? { insetInlineStart: props.frozenAt[i] } : undefined}
          data-cell={i}
          data-column={column.id}
        >
          {there === undefined ? (
            <span className="grid-wait">{i === Math.min(1, columns.length - 1) ? props.loading : ""}</span>
          ) : (
            column.cell(there)
          )}
        </div>
      ))}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;

export function GroupRow(props: {
  index: number;
  /** How many groups there are. */
  of: number;
  flat: number;
  top: number;
  columns: number;
  label: ReactNode;
  said: string;
  /** null: it cannot be folded. */
  folded: boolean | null;
  /** In the tab order. */
  stop: boolean;
}) {
  const { folded } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.flat + 2}
      aria-level={1}
      aria-label={props.said}
      aria-posinset={props.index + 1}
      aria-setsize={props.of}
      {...(folded === null ? {} : { "aria-expanded": !folded, "data-folds": "" })}
      data-group={props.index}
      tabIndex={props.stop ? 0 : -1}
      className="grid-group"
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div role="gridcell" aria-colspan={props.columns} aria-colindex={1} className="grid-group-cell">
        {props.label}
      </div>
    </div>
  );
}
