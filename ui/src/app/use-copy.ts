// Copies what is selected in a list, else the open row, as a table for other programs; one cell as its words.
import { useCallback } from "react";
import type { Column } from "../shared/grid/columns";
import { asTable, type Copied, putOnClipboard } from "../shared/grid/table";
import { say } from "../shared/ui/announce";
import { useWords } from "../strings/words";
import type { Many } from "./use-many";

export function useCopy<Row>(all: readonly Column<Row>[], columns: readonly Column<Row>[], many: Many<Row>) {
  const { t } = useWords();
  return useCallback(
    async (row: Row | undefined, cell: Column<Row> | null) => {
      const page = document.documentElement;
      const put = async (copied: Copied, said: string) =>
        say((await putOnClipboard(copied)) ? said : t("grid.notCopied"));
      if (many.select.count === 0 && row !== undefined && cell) {
        const text = cell.text(row);
        const plain = (cell.plain ?? cell.text)(row);
        const span = document.createElement("span");
        span.textContent = text;
        await put({ html: span.outerHTML, text: plain }, t("grid.copiedCell"));
        return;
      }
      const rows = many.select.count > 0 ? await many.found() : row === undefined ? [] : [row];
      if (rows === null || rows.length === 0) return;
      const dir = page.dir === "rtl" ? "rtl" : "ltr";
      const whole = rows.length >= many.select.count;
      await put(
        asTable(
          columns,
          rows,
          { lang: page.lang, dir },
          all.find((column) => column.names),
        ),
        t(whole ? "grid.copied" : "grid.copiedFirst", { count: rows.length }),
      );
    },
    [all, columns, many, t],
  );
}
