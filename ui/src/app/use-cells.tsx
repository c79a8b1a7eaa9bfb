// Cells of a list that are edited: one in its place, many filled down from the topmost selected row, or pasted from a
// spreadsheet: rows with headings that find their items, else a block that goes down from the cell with the focus. The fields and the windows come when they are first asked for.
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { hasHeadings, placeBlock, readBlock } from "../features/list/block";
import type { Editing } from "../features/list/CellEditor";
import type { Cells } from "../features/list/CellsWindow";
import { PAGE, type RowsOf } from "../queries/rows";
import type { Column } from "../shared/grid/columns";
import type { Edit, GridHandle } from "../shared/grid/Grid";
import { MOST_MARKS, pagesOf, placesOf } from "../shared/grid/marks";
import { say } from "../shared/ui/announce";
import { later } from "../shared/ui/later";
import { useWords } from "../strings/words";
import { told } from "./told";
import type { Many } from "./use-many";

type AnyRow = { id: string };
const CellEditor = later(async () => (await import("../features/list/CellEditor")).CellEditor<AnyRow>);
const FillWindow = later(async () => (await import("../features/list/CellsWindow")).FillWindow<AnyRow>);
const PasteWindow = later(async () => (await import("../features/list/CellsWindow")).PasteWindow<AnyRow>);

const link = /^(https?:\/\/|www\.)\S+$/i;

type Open =
  | { what: "cell"; editing: Editing<AnyRow> }
  | { what: "fill"; cells: Cells; pasted?: { notEdited: readonly string[]; beyond: number } }
  | { what: "paste"; text: string }
  | null;

export type CellActs<Row> = {
  edit: Edit<Row> | undefined;
  onFill: ((column: Column<Row>) => void) | undefined;
  windows: ReactNode;
};

/** Where a cell stands now: its row, and its column among those that are shown; -1 where it is none. */
const placeOf = (cell: Element, visible: readonly { id: string }[]) => ({
  index: Number(cell.closest("[data-id]")?.getAttribute("data-index") ?? -1),
  from: visible.findIndex((one) => one.id === cell.getAttribute("data-column")),
});

export function useCells<Row extends AnyRow>(options: {
  /** null: nothing may be changed here. */
  list: "commitments" | "recommendations" | null;
  columns: readonly Column<Row>[];
  /** Those that are shown. */
  visible: readonly Column<Row>[];
  many: Many<Row>;
  fetchPages: RowsOf<Row>["fetchPages"];
  /** Else there may be more rows than the grid knows. */
  counted: boolean;
  grid: RefObject<GridHandle | null>;
  /** The window for pasted rows was asked for without any. */
  asked: boolean;
  onClosed: () => void;
}): CellActs<Row> {
  const { list, many, grid, asked, onClosed } = options;
  const columns = options.columns as unknown as readonly Column<AnyRow>[];
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(null);

  const edit = useMemo(
    (): Edit<AnyRow> | undefined =>
      list === null
        ? undefined
        : {
            can: (_, column) => column.edit !== undefined,
            begin: (row, column, cell, typed) =>
              column.edit &&
              setOpen({
                what: "cell",
                editing: { row, head: column.edit.label ?? column.head, edit: column.edit, cell, typed },
              }),
          },
    [list],
  );

  const fill = async (column: Column<AnyRow>) => {
    const { edit } = column;
    if (!edit || many.select.count < 2) {
      say(t("grid.fillHow"));
      return;
    }
    const [first, ...rest] = (await many.found()) ?? [];
    if (!first) return;
    const value = edit.from(first) || "none";
    setOpen({ what: "fill", cells: rest.map((row) => ({ item: row.id, field: edit.field, value })) });
  };

  /** A block that goes further than the list is known, and the cell that it goes down from. */
  const waits = useRef<{ block: readonly string[][]; cell: Element } | null>(null);
  /** Lays a copied block from a cell on: over the rows below it, or one line over those that are selected. */
  const lay = async (block: readonly string[][], cell: Element) => {
    const { many, fetchPages, counted, visible } = options;
    const { index, from } = placeOf(cell, visible);
    waits.current = null;
    const { length } = block;
    if (length > MOST_MARKS) {
      say(t("grid.tooMany", { most: MOST_MARKS }));
      return;
    }
    const over = length === 1 && many.select.count > 1;
    const places = over ? [] : placesOf(grid.current?.below(index, length) ?? []);
    if (!over && !counted && places.length < length) {
      waits.current = { block, cell };
      say(t("grid.pasteWaits"));
      return;
    }
    const below = async () => {
      const meant = new Set(places);
      const found = await told(fetchPages(pagesOf(places, PAGE)));
      return found?.filter((one) => meant.has(one.index)).map(({ row }) => row) ?? null;
    };
    const rows = over ? await many.found() : await below();
    if (rows === null) return;
    const { cells, ...pasted } = placeBlock(block, visible.slice(from), rows);
    if (cells.length === 0) say(t("grid.pasteNowhere"));
    else setOpen({ what: "fill", cells, pasted });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is counted.
  useEffect(() => {
    const held = waits.current;
    if (!options.counted || !held) return;
    waits.current = null;
    // Unless one has gone elsewhere meanwhile, or the cell went.
    const at = document.activeElement;
    const elsewhere = at !== held.cell && at?.closest("[data-column], input, textarea, [role=dialog]");
    if (list !== null && held.cell.isConnected && !elsewhere) void lay(held.block, held.cell);
    else say(t("grid.pasteLeft"));
  }, [options.counted]);

  const now = useRef({ list, columns, visible: options.visible, lay });
  now.current = { list, columns, visible: options.visible, lay };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { list, columns, visible, lay } = now.current;
      const at = document.activeElement;
      if (list === null || !at?.closest(".grid") || (event.clipboardData?.files.length ?? 0) > 0) return;
      const text = event.clipboardData?.getData("text/plain").replace(/[\r\n]+$/, "") ?? "";
      if (text.trim() === "" || link.test(text.trim())) return;
      const { index, from } = placeOf(at, visible);
      const inCell = from >= 0 && index >= 0;
      const table = /[\t\n]/.test(text);
      // Words that are no table and have no cell to go into are nothing to a list.
      if (!table && !(inCell && visible[from]?.edit)) return;
      event.preventDefault();
      const block = readBlock(text);
      if (inCell && !hasHeadings(block, columns)) void lay(block, at);
      else setOpen({ what: "paste", text });
    };
    window.addEventListener("paste", onPaste, true);
    return () => window.removeEventListener("paste", onPaste, true);
  }, []);

  const close = () => {
    setOpen(null);
    if (asked) onClosed();
  };
  const then = (rows: number, across: number) => {
    setOpen(null);
    requestAnimationFrame(() => grid.current?.step(rows, across));
  };
  return {
    edit: edit as unknown as Edit<Row> | undefined,
    onFill: list === null ? undefined : (column) => void fill(column as unknown as Column<AnyRow>),
    windows: (
      <>
        {open?.what === "cell" && (
          <CellEditor editing={open.editing} onDone={then} onCancel={() => then(0, 0)} />
        )}
        {open?.what === "fill" && (
          <FillWindow cells={open.cells} pasted={open.pasted} columns={columns} onClose={close} />
        )}
        {list && (open?.what === "paste" || asked) && (
          <PasteWindow
            list={list}
            text={open?.what === "paste" ? open.text : ""}
            columns={columns}
            onClose={close}
          />
        )}
      </>
    ),
  };
}
