// Many cells at once, shown before they are set: filled down from one row, or pasted from a spreadsheet. One edit, one
// undo. What may not be set so is left out, and says why.
import { useMemo, useState } from "react";
import { useEdit } from "../../queries/door";
import { useLong } from "../../queries/long";
import { useLater } from "../../queries/search";
import type { Args, CellPreview } from "../../queries/types";
import { Line, Long } from "../../shared/form/fields";
import type { Column } from "../../shared/grid/columns";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Own, Problem, Stopped, Wait } from "../../shared/ui/bits";
import { Table } from "../../shared/ui/Table";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";
import { valueFor } from "./block";

export type Cells = Args<"SetCells">["cells"];
type AnyColumn<Row> = Pick<Column<Row>, "head" | "edit" | "names">;

/** So many of the changes are listed. */
const SHOWN = 200;

function Shown<Row>(props: { cells: Cells; columns: readonly AnyColumn<Row>[]; onClose: () => void }) {
  const { cells, columns } = props;
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const later = useLater(reason.trim(), 300);
  const args = { cells, ...(later ? { reason: later } : {}) };
  const seen = useLong("PreviewCells", args, { when: cells.length > 0, keep: true });
  const run = useEdit();
  const shown = seen.data;
  const column = (field: string) => columns.find((one) => one.edit?.field === field);
  const said = (row: CellPreview, value: string | null) => {
    const edit = column(row.field)?.edit;
    const option = edit?.as === "choice" ? edit.options.find((one) => one.id === value) : undefined;
    return <Own>{option?.label ?? value ?? ""}</Own>;
  };
  const set = async () => {
    const done = await run.attempt((send) => send("SetCells", { ...args, skip: true }));
    if (!done) return;
    say(t("grid.cellsSet", { count: done.reply.changed }));
    props.onClose();
  };
  if (seen.cancelled) return <Stopped onAgain={seen.again} />;
  if (!shown)
    return seen.error ? <Problem message={seen.error.message} /> : <Wait label={t("app.loading")} />;
  const listed = shown.cells.filter((row) => row.changed || row.refusal !== null).slice(0, SHOWN);
  return (
    <>
      <p role="status">
        {t("grid.cellsChange", { count: shown.changed })}{" "}
        {shown.refused > 0 && (
          <span className="late-text">{t("grid.cellsRefused", { count: shown.refused })}</span>
        )}
      </p>
      {(shown.needs_reason || reason !== "") && (
        <Line label={t("grid.reasonFor")} value={reason} onChange={setReason} />
      )}
      {listed.length > 0 && (
        <Table
          label={t("grid.cellsTable")}
          keyOf={(row, i) => `${row.ref} ${row.field} ${i}`}
          rows={listed}
          columns={[
            { id: "ref", head: t("columns.reference"), cell: (row) => row.ref },
            {
              id: "what",
              head: t("columns.title"),
              names: true,
              cell: (row) => <span className="cells-title">{row.title}</span>,
            },
            {
              id: "field",
              head: t("plain.many.field"),
              cell: (row) => {
                const of = column(row.field);
                return of?.edit?.label ?? of?.head ?? row.field;
              },
            },
            {
              id: "before",
              head: t("plain.move.from"),
              cell: (row) => <span className="cells-value">{said(row, row.before)}</span>,
            },
            {
              id: "after",
              head: t("plain.move.to"),
              cell: (row) => <span className="cells-value">{said(row, row.after)}</span>,
            },
            {
              id: "why",
              head: t("grid.notSet"),
              cell: (row) => row.refusal && <span className="late-text cells-why">{row.refusal}</span>,
            },
          ]}
        />
      )}
      <Problem message={run.refusal?.message} />
      <p className="row-acts">
        <Button weight="main" isDisabled={shown.changed === 0 || run.busy} onPress={() => void set()}>
          {t("grid.setCells", { count: shown.changed })}
        </Button>
        <Button onPress={props.onClose}>{t("form.cancel")}</Button>
      </p>
    </>
  );
}

/** `pasted`: it is a block laid from a cell on, of which this has no place. */
export function FillWindow<Row>(props: {
  cells: Cells;
  pasted: { notEdited: readonly string[]; beyond: number } | undefined;
  columns: readonly AnyColumn<Row>[];
  onClose: () => void;
}) {
  const { t } = useWords();
  const { pasted } = props;
  return (
    <Window wide title={t(pasted ? "grid.pasteCells" : "grid.fillDown")} onClose={props.onClose}>
      <div className="dialog-body">
        {pasted && pasted.notEdited.length > 0 && (
          <p className="late-text">{t("grid.pasteNotEdited", { columns: pasted.notEdited.join(", ") })}</p>
        )}
        {pasted && pasted.beyond > 0 && (
          <p className="late-text">{t("grid.pasteBeyond", { count: pasted.beyond })}</p>
        )}
        <Shown {...props} />
      </div>
    </Window>
  );
}

/** Rows of a spreadsheet, their first row with the headings; the words of closed lists are understood as they are shown. */
export function PasteWindow<Row>(props: {
  list: "commitments" | "recommendations";
  text: string;
  columns: readonly AnyColumn<Row>[];
  onClose: () => void;
}) {
  const { list, columns } = props;
  const { t } = useWords();
  const [text, setText] = useState(props.text);
  const later = useLater(text, 300);
  const headings = useMemo(
    () =>
      Object.fromEntries(
        columns.flatMap((column): [string, string][] => {
          if (column.names) return [[column.head, "reference"]];
          const { edit } = column;
          return edit ? [column.head, edit.label ?? column.head].map((head) => [head, edit.field]) : [];
        }),
      ),
    [columns],
  );
  const read = useLong(
    "ReadCells",
    { list, text: later, columns: headings },
    { when: later.trim() !== "", keep: true },
  );
  const cells = useMemo(
    () =>
      read.data?.cells.map((cell) => {
        const column = columns.find((one) => one.edit?.field === cell.field);
        return column ? { ...cell, value: valueFor(column, cell.value) } : cell;
      }) ?? [],
    [read.data, columns],
  );
  return (
    <Window wide title={t("grid.paste")} onClose={props.onClose}>
      <div className="dialog-body">
        <p className="quiet">{t("grid.pasteHint")}</p>
        <Long label={t("grid.pasteRows")} rows={4} value={text} onChange={setText} autoFocus={text === ""} />
        <Problem message={later.trim() === "" ? undefined : read.error?.message} />
        {read.data && read.data.problems.length > 0 && (
          <ul className="bullets">
            {read.data.problems.slice(0, 20).map((problem) => (
              <li key={`${problem.row} ${problem.column}`} className="late-text">
                {t("grid.pasteRow", { row: problem.row })} <Own>{problem.sentence}</Own>
              </li>
            ))}
          </ul>
        )}
        {cells.length > 0 && later.trim() !== "" && (
          <Shown cells={cells} columns={columns} onClose={props.onClose} />
        )}
      </div>
    </Window>
  );
}
