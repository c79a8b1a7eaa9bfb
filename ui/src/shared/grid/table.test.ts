import { describe, expect, it } from "vitest";
import type { Column } from "./columns";
import { asTable } from "./table";

type Row = { name: string; day: string };
const width = { least: 40, grow: true } as const;
const columns: Column<Row>[] = [
  { id: "name", head: "Name & title", width, cell: (row) => row.name, text: (row) => row.name },
  {
    id: "day",
    head: "Due",
    width,
    end: true,
    cell: () => null,
    text: () => "30 June 2027",
    plain: (row) => row.day,
  },
];

describe("rows for other programs", () => {
  const { html, text } = asTable(
    columns,
    [
      { name: "Protect <civilians>", day: "2027-06-30" },
      { name: 'Two\nlines\t"so"', day: "" },
    ],
    { lang: "en", dir: "ltr" },
  );
  it("are a table with heads, as it is shown", () => {
    expect(html).toContain('<th scope="col">Name &amp; title</th>');
    expect(html).toContain('<td dir="auto">Protect &lt;civilians&gt;</td>');
    expect(html).toContain("30 June 2027");
    expect(html).not.toContain("2027-06-30");
  });
  it("are lines with tabs, days as a spreadsheet reads them", () => {
    expect(text).toBe('Name & title\tDue\r\nProtect <civilians>\t2027-06-30\r\n"Two\nlines\t""so"""\t');
  });
  it("begin with what names the items, so that they are found again, where no column does", () => {
    const names: Column<Row> = {
      id: "ref",
      head: "Reference",
      width,
      cell: () => null,
      text: () => "C-1",
      names: true,
    };
    const rows = [{ name: "One", day: "2027-06-30" }];
    const page = { lang: "en", dir: "ltr" } as const;
    const table = asTable(columns, rows, page, names);
    expect(table.text).toBe("Reference\tName & title\tDue\r\nC-1\tOne\t2027-06-30");
    expect(table.html).not.toContain("C-1");
    expect(asTable([names, ...columns], rows, page, names).text).toBe(table.text);
  });
});
