// What stands otherwise on the second day, by how it differs. Each item opens; a long list grows when asked.
import { useState } from "react";
import { useAsk } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { Args, CompareReply, CompareRow, CompareSide, Moved } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Own, Problem } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { Table, type TableColumn } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";
import { dueOf } from "./as-table";

type Ask = Pick<Args<"Compare">, "from" | "to" | "filter">;

export function Differences({ reply, ask }: { reply: CompareReply; ask: Ask }) {
  return reply.moved
    .filter((moved) => moved.total > 0)
    .map((moved) => <Kind key={`${moved.what} ${JSON.stringify(ask)}`} moved={moved} ask={ask} />);
}

const PAGE = 100;

function Kind({ moved, ask }: { moved: Moved; ask: Ask }) {
  const words = useWords();
  const { t, number } = words;
  const opener = useOpener();
  const [limit, setLimit] = useState(0);
  const { what } = moved;
  const more = useAsk(
    "Compare",
    { ...ask, what, limit },
    { when: limit > 0, keep: true, job: `compare ${what}` },
  );
  const items = more.data?.moved.find((one) => one.what === what)?.items ?? moved.items;
  const left = moved.total - items.length;
  const columns: readonly TableColumn<CompareRow>[] = [
    {
      id: "item",
      head: t("columns.deliverable"),
      names: true,
      cell: (row) => (
        <GoTo onPress={() => opener.open(row.id)}>
          <Own>{`${row.ref} ${row.title}`}</Own>
        </GoTo>
      ),
    },
    { id: "before", head: words.shortDay(ask.from), cell: (row) => <Side side={row.before} what={what} /> },
    {
      id: "after",
      head: words.shortDay(ask.to ?? ask.from),
      cell: (row) => <Side side={row.after} what={what} />,
    },
  ];
  const title = t(`compareKind.${what}`);
  return (
    <section className="report-part">
      <h2>
        {title} <small>{number(moved.total)}</small>
      </h2>
      <Table label={title} columns={columns} rows={items} keyOf={(row) => row.id} />
      <Problem message={more.error?.message} />
      {left > 0 && (
        <p className="row-acts">
          <Button isPending={more.isFetching} onPress={() => setLimit(limit + PAGE)}>
            {t("report.more", { count: left })}
          </Button>
        </p>
      )}
    </section>
  );
}

/** What differs, of one of the two days. */
function Side({ side, what }: { side: CompareSide | null; what: Moved["what"] }) {
  const words = useWords();
  const { t } = words;
  if (side === null) return <span className="quiet">{t("compare.notThere")}</span>;
  if (what === "lead_changed") return <Own>{side.lead ?? t("columns.noLead")}</Own>;
  if (what === "due_moved") return <Own>{dueOf(side, words)}</Own>;
  return (
    <>
      <Mark {...words.status(side.status)} />{" "}
      <span className="quiet">
        <Own>{dueOf(side, words)}</Own>
        {side.overdue && `${t("list.comma")}${t("columns.overdue")}`}
      </span>
    </>
  );
}
