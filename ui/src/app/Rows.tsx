// One list of any kind in the grid: fetches by windows, shows what to do when it is empty, tells what is chosen.
import {
  type Dispatch,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type RowsAsk, type RowsReply, useRows } from "../queries/rows";
import { type Column, Grid, type GridGroup, type GridHandle } from "../shared/grid/Grid";
import { Problem, Wait } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import { useMemory } from "./use-view";
import type { Step, View } from "./view";

export type RowsProps<Row extends { id: string }> = {
  label: string;
  ask: RowsAsk;
  pick: (reply: RowsReply) => Row[];
  columns: readonly Column<Row>[];
  groups?: (reply: RowsReply) => GridGroup[];
  head: (reply: RowsReply | undefined) => ReactNode;
  empty: ReactNode;
  view: View;
  go: Dispatch<Step>;
  onAt: (index: number, total: number) => void;
  /** A list of other rows under the same headline. */
  gridKey?: string;
  grid: Ref<GridHandle>;
  focusItem: () => void;
};

const idOf = (row: { id: string }) => row.id;

export function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  const { view, go, onAt } = props;
  const { t } = useWords();
  const rows = useRows<Row>(props.ask, props.pick);
  const { total } = rows;
  // Who comes by key goes on in the list; who presses a view at the side may want the next view.
  const [takeFocus] = useState(() => document.activeElement?.closest(".side, form, [role=dialog]") === null);
  const groups = useMemo(
    () => (rows.head && props.groups ? props.groups(rows.head) : undefined),
    [rows.head, props.groups],
  );
  const { place } = view;
  const memory = useMemory();
  const [start] = useState(() => {
    const left = memory.recall(place);
    return left && view.item !== null && left.item === view.item ? left : null;
  });
  const index = useRef(start?.index ?? 0);
  useEffect(() => onAt(Math.min(index.current, total - 1), total), [onAt, total]);
  const onSelect = useCallback(
    (row: Row, at: number) => {
      index.current = at;
      memory.keep(place, { index: at });
      go({ do: "select", item: row.id });
      onAt(at, total);
    },
    [go, onAt, total, memory, place],
  );
  const { onWindow: fetch } = rows;
  const onWindow = useCallback(
    (first: number, last: number) => {
      memory.keep(place, { first });
      fetch(first, last);
    },
    [fetch, memory, place],
  );
  return (
    <>
      {props.head(rows.head)}
      <Problem message={rows.refusal?.message} />
      {rows.loading && !rows.refusal && <Wait label={t("app.loading")} />}
      {!rows.loading && total === 0 && <div className="list-empty">{props.empty}</div>}
      {total > 0 && (
        <Grid
          key={props.gridKey}
          takeFocus={takeFocus}
          ref={props.grid}
          label={props.label}
          count={total}
          columns={props.columns}
          {...(groups ? { groups } : {})}
          row={rows.row}
          idOf={idOf}
          selected={view.item}
          start={start}
          selectFirst={view.item === null}
          onSelect={onSelect}
          onOpen={props.focusItem}
          onWindow={onWindow}
          loadingLabel={t("app.loading")}
        />
      )}
    </>
  );
}
