// Rows as a table for other programs: a real table in HTML (Word, mail), as it is shown; and lines with tabs
// (spreadsheets), where days stand as in ISO 8601 so that they are read as days whatever the machine's language is.
// Puts them on the clipboard. It does not fetch rows.
import type { Column } from "./columns";

export type Copied = { html: string; text: string };

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** A cell between tabs: quoted where it holds what would end it. */
function between(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function asTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  page: { lang: string; dir: "ltr" | "rtl" },
  /** Stands first among the lines where no column names the items: so they are found again when they are pasted back. */
  names?: Column<Row>,
): Copied {
  const line = (cells: readonly string[]) => cells.map(between).join("\t");
  const lines = names && !columns.some((column) => column.names) ? [names, ...columns] : columns;
  const aligned = (column: Column<Row>) => (column.end ? ' style="text-align:end"' : "");
  const row = (one: Row) =>
    `<tr>${columns.map((column) => `<td dir="auto"${aligned(column)}>${escaped(column.text(one))}</td>`).join("")}</tr>`;
  return {
    html: `<table border="1" cellspacing="0" cellpadding="4" lang="${page.lang}" dir="${page.dir}"><thead><tr>${columns
      .map((column) => `<th scope="col">${escaped(column.head)}</th>`)
      .join("")}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table>`,
    text: [
      line(lines.map((column) => column.head)),
      ...rows.map((one) => line(lines.map((column) => (column.plain ?? column.text)(one)))),
    ].join("\r\n"),
  };
}

/** Fills what a copy or cut event carries. */
export function fill(data: DataTransfer, copied: Copied): void {
  data.setData("text/html", copied.html);
  data.setData("text/plain", copied.text);
}

/**
 * Puts a table on the clipboard: by a copy event of our own, which every web view allows while a key is being answered;
 * else (the rows came late) by the clipboard itself. Tells whether it is there.
 */
export async function putOnClipboard(copied: Copied): Promise<boolean> {
  let done = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    fill(event.clipboardData, copied);
    done = true;
  };
  // WebKit copies without a selection only where this is held back.
  const onBefore = (event: Event) => event.preventDefault();
  document.addEventListener("copy", onCopy, true);
  document.addEventListener("beforecopy", onBefore, true);
  try {
    document.execCommand("copy");
  } catch {
    done = false;
  } finally {
    document.removeEventListener("copy", onCopy, true);
    document.removeEventListener("beforecopy", onBefore, true);
  }
  if (done) return true;
  try {
    const blob = (kind: string, text: string) => new Blob([text], { type: kind });
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": blob("text/html", copied.html),
        "text/plain": blob("text/plain", copied.text),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}
