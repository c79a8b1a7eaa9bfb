// The field of one cell, opened where the cell stands. Enter saves and goes down, Tab saves and goes on, Escape leaves
// the old value. A due is read back while one types; what needs a reason asks for it below. A refusal stands at the field
// that it is about, and the focus goes there.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Dialog, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { DueWords } from "../../queries/DueWords";
import { useEdit } from "../../queries/door";
import type { Refused } from "../../shared/form/Form";
import { Line } from "../../shared/form/fields";
import { Pick } from "../../shared/form/Pick";
import type { CellEdit } from "../../shared/grid/columns";
import { say } from "../../shared/ui/announce";
import { Problem } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export type Editing<Row> = {
  row: Row;
  head: string;
  edit: CellEdit<Row>;
  cell: HTMLElement;
  typed: string | null;
};

/** What is said at one of the two fields. */
function told(refusal: Refused | null, at: "cell" | "reason"): string | undefined {
  if (refusal?.field === undefined) return undefined;
  return (refusal.field === "reason") === (at === "reason") ? refusal.message : undefined;
}

export function CellEditor<Row extends { id: string }>(props: {
  editing: Editing<Row>;
  /** Saved, or as it was: go so many rows and columns on. */
  onDone: (rows: number, columns: number) => void;
  onCancel: () => void;
}) {
  const { edit, row, head, cell, typed } = props.editing;
  const { t } = useWords();
  const run = useEdit();
  const before = edit.from(row);
  const [value, setValue] = useState(edit.as === "choice" || edit.as === "pick" ? before : (typed ?? before));
  const [picked, setPicked] = useState(edit.as === "pick" ? edit.picked(row) : null);
  const [reason, setReason] = useState("");
  const trigger = useRef<HTMLElement>(cell);
  const body = useRef<HTMLDivElement>(null);
  const needs = (next: string) => next !== before && (edit.needs?.(row) ?? false);
  const { refusal, clear } = run;
  // What the file or the machine said is about neither.
  const wrong = { cell: told(refusal, "cell"), reason: told(refusal, "reason") };
  const [asks, setAsks] = useState(false);
  // The core wants a reason where the row did not tell so.
  if (wrong.reason !== undefined && !asks) setAsks(true);
  const errorId = useId();
  const box = useMemo(() => cell.getBoundingClientRect(), [cell]);

  const save = async (next: string, rows: number, columns: number) => {
    if (run.busy) return;
    if (next === before) return props.onDone(rows, columns);
    if (needs(next) && reason.trim() === "") {
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(".cell-reason input")?.focus());
      return;
    }
    const cells = [{ item: row.id, field: edit.field, value: next }];
    const done = await run.attempt((send) => send("SetCells", { cells, reason: reason.trim() || null }));
    if (!done) return;
    say(t("grid.cellSaved", { column: head }));
    props.onDone(rows, columns);
  };

  useEffect(() => {
    if (refusal?.field === undefined) return;
    const to = body.current?.querySelector<HTMLElement>(
      "input[aria-invalid=true], [data-wrong] [role=option][tabindex='0'], [data-wrong] [role=option]",
    );
    // The focus says it where it comes to; where it is already, or comes to one of a list, nothing would be read out.
    if (to && (to === document.activeElement || !to.matches("input"))) say(refusal.message);
    to?.focus();
  }, [refusal]);

  const type = (next: string) => {
    clear();
    setValue(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // A list of choices that is open has these keys first.
    if (target.getAttribute("aria-expanded") === "true" || target.closest("[role=listbox]")) {
      if (event.key !== "Tab") return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      void save(value, 1, 0);
    } else if (event.key === "Tab") {
      event.preventDefault();
      void save(value, 0, event.shiftKey ? -1 : 1);
    }
  };

  return (
    <Popover
      className="popover cell-editor"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && props.onCancel()}
      placement="bottom start"
      offset={-box.height}
      style={{ minInlineSize: Math.max(box.width, 260) }}
    >
      <Dialog className="cell-dialog" aria-label={head}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the fields inside. */}
        <div ref={body} onKeyDown={onKeyDown}>
          {edit.as === "due" && (
            <DueWords
              label={head}
              hint={t("due.hint")}
              value={value}
              onChange={type}
              error={wrong.cell}
              autoFocus
            />
          )}
          {edit.as === "text" && (
            <Line label={head} value={value} onChange={type} error={wrong.cell} autoFocus />
          )}
          {edit.as === "pick" && (
            <Pick
              label={head}
              value={picked}
              error={wrong.cell}
              useItems={edit.useItems}
              autoFocus
              onChange={(item) => {
                const next = item?.id ?? "";
                setPicked(item);
                type(next);
                if (item && item.ref !== before) void save(next, 1, 0);
              }}
            />
          )}
          {edit.as === "choice" && (
            <div {...(wrong.cell === undefined ? {} : { "data-wrong": "" })}>
              <ListBox
                aria-label={head}
                {...(wrong.cell === undefined ? {} : { "aria-describedby": errorId })}
                className="menu"
                autoFocus
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[value]}
                onSelectionChange={(keys) => {
                  const next = String([...keys][0] ?? value);
                  type(next);
                  void save(next, 1, 0);
                }}
              >
                {edit.options.map((option) => (
                  <ListBoxItem key={option.id} id={option.id} className="menu-item" textValue={option.label}>
                    {option.label}
                  </ListBoxItem>
                ))}
              </ListBox>
              {wrong.cell !== undefined && (
                <p id={errorId} className="field-error" dir="auto">
                  {wrong.cell}
                </p>
              )}
            </div>
          )}
          {(asks || needs(value)) && (
            <div className="cell-reason">
              <Line
                label={t(edit.field === "status" ? "grid.whatHappened" : "due.reason")}
                required
                value={reason}
                onChange={(next) => {
                  clear();
                  setReason(next);
                }}
                error={wrong.reason}
              />
            </div>
          )}
          <Problem message={refusal?.field === undefined ? refusal?.message : undefined} />
          <p className="hint">{t("grid.cellKeys")}</p>
        </div>
      </Dialog>
    </Popover>
  );
}
