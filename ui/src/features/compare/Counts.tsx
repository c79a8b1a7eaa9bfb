// The counts of two days with their differences. Each number opens the list that it counts, as of its day.
import type { CompareReply } from "../../queries/types";
import { GoTo } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { Table, type TableColumn } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";
import type { Leads } from "./Compare";
import { type CountRow, difference, leadRows, mainRows, statusRows } from "./rows";

export function Counts(props: { reply: CompareReply; today: string; filter: string; leads: Leads }) {
  const { reply } = props;
  const words = useWords();
  const { t, number, shortDay } = words;
  const opens = ({ list, pair, name }: CountRow, side: "from" | "to") => {
    const day = reply[side];
    if (list === null || pair[side] === 0) return number(pair[side]);
    const filter = [list.filter ?? "", props.filter].filter((part) => part !== "").join(" ");
    return (
      <GoTo
        label={t("compare.opens", { name, count: pair[side], day: shortDay(day) })}
        onPress={() => props.leads({ ...list, filter, day })}
      >
        {number(pair[side])}
      </GoTo>
    );
  };
  const columns: readonly TableColumn<CountRow>[] = [
    { id: "name", head: t("report.figure"), names: true, cell: (row) => <Own>{row.name}</Own> },
    { id: "from", head: shortDay(reply.from), end: true, cell: (row) => opens(row, "from") },
    { id: "to", head: shortDay(reply.to), end: true, cell: (row) => opens(row, "to") },
    {
      id: "difference",
      head: t("compare.difference"),
      end: true,
      cell: (row) => difference(row.pair, words),
    },
  ];
  const parts = [
    { id: "main", title: t("compare.counts"), rows: mainRows(reply, words), note: "" },
    { id: "status", title: t("compare.byStatus"), rows: statusRows(reply, words), note: "" },
    {
      id: "lead",
      title: t("compare.byLead"),
      rows: leadRows(reply, words),
      note: reply.leads_more > 0 ? t("compare.leadsMore", { count: reply.leads_more }) : "",
    },
  ];
  return parts.map((part) => (
    <section key={part.id} className="report-part compare-counts">
      <h2>{part.title}</h2>
      <Table label={part.title} columns={columns} rows={part.rows} keyOf={(row) => row.id} />
      {part.note !== "" && <p className="quiet">{part.note}</p>}
    </section>
  ));
}
