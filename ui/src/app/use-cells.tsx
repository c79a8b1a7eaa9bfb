// Cells of a list that are edited: one in its place, many filled down from the topmost selected row, or pasted from a
// spreadsheet. The fields and the windows come when they are first asked for.
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Editing } from "../features/list/CellEditor";
import type { Cells } from "../features/list/CellsWindow";
import type { Column } from "../shared/grid/columns";
import type { Edit, GridHandle } from "../shared/grid/Grid";
import { say } from "../shared/ui/announce";
import { later } from "../shared/ui/later";
import { useWords } from "../strings/words";
import type { Many } from "./use-many";

type AnyRow = { id: string };
const CellEditor = later(async () => (await import("../features/list/CellEditor")).CellEditor<AnyRow>);
const FillWindow = later(async () => (await import("../features/list/CellsWindow")).FillWindow<AnyRow>);
const PasteWindow = later(async () => (await import("../features/list/CellsWindow")).PasteWindow<AnyRow>);

const link = /^(https?:\/\/|www\.)\S+$/i;

type Open =
  | { what: "cell"; editing: Editing<AnyRow> }
  | { what: "fill"; cells: Cells }
  | { what: "paste"; text: string }
  | null;

export type CellActs<Row> = {
  edit: Edit<Row> | undefined;
  onFill: ((column: Column<Row>) => void) | undefined;
  windows: ReactNode;
};

export function useCells<Row extends AnyRow>(options: {
  /** null: nothing may be changed here. */
  list: "commitments" | "recommendations" | null;
  columns: readonly Column<Row>[];
  many: Many<Row>;
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
    const [first, ...rest] = await many.found();
    if (!first) return;
    const value = edit.from(first) || "none";
    setOpen({ what: "fill", cells: rest.map((row) => ({ item: row.id, field: edit.field, value })) });
  };

  const now = useRef({ list, columns, many });
  now.current = { list, columns, many };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { list, columns, many } = now.current;
      const at = document.activeElement;
      if (list === null || !at?.closest("[role=grid]") || (event.clipboardData?.files.length ?? 0) > 0)
        return;
      const text = event.clipboardData?.getData("text/plain").replace(/[\r\n]+$/, "") ?? "";
      if (text.trim() === "" || link.test(text.trim())) return;
      const field = columns.find((one) => one.id === at.getAttribute("data-column"))?.edit;
      const id = at.closest("[data-id]")?.getAttribute("data-id");
      const table = /[\t\n]/.test(text);
      // Words that are no table and have no cell to go into are nothing to a list.
      if (!table && (!field || !id)) return;
      event.preventDefault();
      if (table || !field || !id) {
        setOpen({ what: "paste", text });
        return;
      }
      // One value goes into the cell, or into that column of what is selected.
      const option =
        field.as === "choice" ? field.options.find((one) => one.label === text.trim()) : undefined;
      const cell = (item: string) => ({ item, field: field.field, value: option?.id ?? text.trim() });
      if (many.select.count < 2) setOpen({ what: "fill", cells: [cell(id)] });
      else
        void many.found().then((rows) => setOpen({ what: "fill", cells: rows.map((row) => cell(row.id)) }));
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
        {open?.what === "fill" && <FillWindow cells={open.cells} columns={columns} onClose={close} />}
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
