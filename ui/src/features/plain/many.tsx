// What a change of many items says before it is made: how many would change, the first of them from what to what, and which
// may not be changed so and why.
import type { Reply } from "../../queries/types";
import { Own } from "../../shared/ui/bits";
import { Table } from "../../shared/ui/Table";
import type { Words } from "../../strings/words";

/** The words of what is changed, by its argument. */
const named = {
  lead: "columns.lead",
  handler: "plain.field.handler",
  priority: "plain.field.new_priority",
  due: "columns.due",
  status: "columns.status",
  text: "plain.field.happened",
  review_months: "plain.field.months",
  theme: "kind.theme",
  private: "plain.field.keep_private",
  reason: "plain.field.many_reason",
} as const;

/** The lists whose words the values of an argument are. */
const worded: Record<string, string> = { priority: "priority", status: "status", private: "yesNo" };

export function tellMany(reply: Reply<"PreviewMany">, words: Words) {
  const { t } = words;
  const said = (field: string, value: string) => {
    const word = `${worded[field]}.${value}` as "status.suspended";
    return t.has(word) ? t(word) : value;
  };
  return (
    <>
      <p>
        {t("plain.many.total", { count: reply.changed })}{" "}
        {reply.unchanged > 0 && t("plain.many.unchanged", { count: reply.unchanged })}
      </p>
      {reply.left_out > 0 && (
        <>
          <p className="late-text">{t("plain.many.leftOut", { count: reply.left_out })}</p>
          <ul className="bullets">
            {reply.refused.map((one) => (
              <li key={one.ref}>
                <strong>
                  <Own>{one.ref}</Own>
                </strong>{" "}
                <Own>{one.why}</Own>
              </li>
            ))}
          </ul>
        </>
      )}
      {reply.changes.length > 0 && (
        <Table
          label={t("plain.many.first")}
          keyOf={(row) => `${row.id} ${row.field}`}
          rows={reply.changes}
          columns={[
            { id: "ref", head: t("columns.reference"), cell: (row) => row.ref },
            { id: "what", head: t("columns.title"), names: true, cell: (row) => row.title },
            {
              id: "field",
              head: t("plain.many.field"),
              cell: (row) => (row.field in named ? t(named[row.field as keyof typeof named]) : row.field),
            },
            {
              id: "from",
              head: t("plain.move.from"),
              cell: (row) => row.from !== null && <Own>{said(row.field, row.from)}</Own>,
            },
            {
              id: "to",
              head: t("plain.move.to"),
              cell: (row) => (row.to === null ? t("list.noGroup") : <Own>{said(row.field, row.to)}</Own>),
            },
          ]}
        />
      )}
    </>
  );
}
