// The heads of the columns: told by what the rows are sorted, pressed to sort, dragged to another place, their edges to
// another width. The keys for the same stand in use-grid-keys.ts.
import { type PointerEvent, type Ref, useRef, useState } from "react";
import { type Column, dropPlace, type SortKey } from "./columns";
import type { GridWords } from "./Grid";

/** What can be done with a column; without them the heads only say their words. */
export type HeadActs = {
  sort: (id: string, add: boolean) => void;
  /** null: the usual width again. */
  size: (id: string, width: number | null) => void;
  place: (id: string, to: number) => void;
};

type Props<Row> = {
  ref: Ref<HTMLDivElement>;
  columns: readonly Column<Row>[];
  wide: readonly number[];
  begin: readonly number[];
  frozen: number;
  sort: readonly SortKey[];
  acts: HeadActs | undefined;
  words: GridWords;
  /** The head that has the focus. */
  at: number | null;
  /** The head that is in the tab order. */
  stop: number | null;
  onFocus: (column: number) => void;
};

/** A press that went further than this is a drag. */
const STILL = 6;

export function GridHead<Row>(props: Props<Row>) {
  const { columns, wide, begin, acts, sort } = props;
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const press = useRef<{ at: number; x: number; width: number; edge: boolean; moved: boolean } | null>(null);

  const forward = (event: PointerEvent<HTMLElement>) => {
    const by = event.clientX - (press.current?.x ?? 0);
    return getComputedStyle(event.currentTarget).direction === "rtl" ? -by : by;
  };
  const down = (event: PointerEvent<HTMLElement>, at: number) => {
    if (!acts || event.button !== 0) return;
    const edge = event.target instanceof Element && event.target.classList.contains("grid-edge");
    press.current = { at, x: event.clientX, width: wide[at] ?? 0, edge, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    if (!held || !acts) return;
    const by = forward(event);
    if (!held.moved && Math.abs(by) < STILL) return;
    held.moved = true;
    if (held.edge) acts.size(columns[held.at]?.id ?? "", held.width + by);
    else {
      const middle = (begin[held.at] ?? 0) + held.width / 2 + by;
      setDrag({ from: held.at, to: dropPlace(wide, held.at, middle) });
    }
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    press.current = null;
    setDrag(null);
    const column = held ? columns[held.at] : undefined;
    if (!held || !column || !acts) return;
    if (!held.moved) {
      props.onFocus(held.at);
      if (!held.edge && column.sort) acts.sort(column.id, event.shiftKey);
    } else if (!held.edge && drag) acts.place(column.id, drag.to);
  };

  return (
    <div className="grid-top" ref={props.ref} role="presentation">
      <div role="row" className="grid-head" aria-rowindex={1}>
        {columns.map((column, i) => {
          const key = sort.findIndex((one) => one.id === column.id);
          const turn = sort[key];
          const drop =
            drag && drag.to === i && drag.from !== i ? (drag.to > drag.from ? "after" : "before") : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={i + 1}
              // Else WebKit takes what explains the column for its name.
              aria-label={column.head}
              aria-sort={key === 0 ? (turn?.down ? "descending" : "ascending") : undefined}
              aria-description={turn && props.words.sorted(key + 1, turn.down)}
              tabIndex={props.stop === i ? 0 : -1}
              className={`grid-cell${column.end ? " end" : ""}${i < props.frozen ? " frozen" : ""}`}
              style={i < props.frozen ? { insetInlineStart: begin[i] } : undefined}
              title={props.words.explain?.(column.id)}
              data-head={i}
              data-column={column.id}
              data-sorts={acts && column.sort ? "" : undefined}
              data-drag={drag?.from === i || undefined}
              data-drop={drop}
              onPointerDown={(event) => down(event, i)}
              onPointerMove={move}
              onPointerUp={up}
              onPointerCancel={() => {
                press.current = null;
                setDrag(null);
              }}
            >
              <span className="grid-head-word">{column.head}</span>
              {turn && (
                <span className="grid-sort" aria-hidden="true">
                  <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path d={turn.down ? "M1 3h8L5 8z" : "M1 7h8L5 2z"} />
                  </svg>
                  {sort.length > 1 && key + 1}
                </span>
              )}
              {acts && (
                <span
                  className="grid-edge"
                  aria-hidden="true"
                  onDoubleClick={() => acts.size(column.id, null)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
