// What a preview says before an act is done: which dues an event would move, who would get a commitment.
import type { Reply } from "../../queries/types";
import { Own } from "../../shared/ui/bits";
import { Table } from "../../shared/ui/Table";
import type { Words } from "../../strings/words";

export function tellMove(reply: Reply<"EventMovePreview">, words: Words) {
  const { t } = words;
  const day = (text: string | null) => (text === null ? t("columns.noDate") : words.shortDay(text));
  if (reply.refused) return <Own>{reply.refused}</Own>;
  return (
    <>
      <p>
        {t("plain.move.total", { count: reply.total })}{" "}
        {reply.becomes_overdue > 0 && t("plain.move.overdue", { count: reply.becomes_overdue })}{" "}
        {reply.no_longer_overdue > 0 && t("plain.move.noLonger", { count: reply.no_longer_overdue })}
      </p>
      {reply.moves.length > 0 && (
        <Table
          label={t("plain.move.label")}
          keyOf={(row) => row.id}
          rows={reply.moves}
          columns={[
            {
              id: "what",
              head: t("columns.deliverable"),
              names: true,
              cell: (row) => row.title,
            },
            { id: "lead", head: t("columns.lead"), cell: (row) => row.lead ?? t("columns.noLead") },
            { id: "from", head: t("plain.move.from"), end: true, cell: (row) => day(row.from) },
            {
              id: "to",
              head: t("plain.move.to"),
              end: true,
              cell: (row) => (
                <span className={row.becomes_overdue ? "late-text" : ""}>
                  {day(row.to)}
                  {row.becomes_overdue && ` (${t("columns.overdue")})`}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

export function tellRepeat(reply: Reply<"RepeatPreview">, words: Words) {
  const { t } = words;
  return (
    <>
      <p>{t("plain.repeat.total", { count: reply.total })}</p>
      <p>
        <Own>{words.list(reply.members.map((one) => one.name))}</Own>
      </p>
      {reply.already.length > 0 && (
        <p className="quiet">
          {t("plain.repeat.already")} <Own>{words.list(reply.already.map((one) => one.name))}</Own>
        </p>
      )}
    </>
  );
}

export function tellRegister(reply: Reply<"ReadRegister">, words: Words) {
  const { t, number } = words;
  return (
    <>
      <p>
        {t("plain.register.total", { count: reply.total })}{" "}
        {reply.closed > 0 && t("plain.register.closed", { count: reply.closed })}{" "}
        {reply.duplicates > 0 && t("plain.register.duplicates", { count: reply.duplicates })}
      </p>
      {reply.new_actors.length > 0 && (
        <p>
          {t("plain.register.newActors")} <Own>{words.list(reply.new_actors)}</Own>
        </p>
      )}
      {reply.left_out.map((line) => (
        <p key={line} className="late-text">
          <Own>{line}</Own>
        </p>
      ))}
      <Table
        label={t("plain.register.rows")}
        keyOf={(row) => String(row.row)}
        rows={reply.rows}
        columns={[
          { id: "row", head: t("plain.register.row"), end: true, cell: (row) => number(row.row) },
          { id: "ref", head: t("columns.reference"), cell: (row) => row.reference ?? "" },
          {
            id: "text",
            head: t("columns.recommendation"),
            names: true,
            cell: (row) => row.text.slice(0, 200),
          },
          {
            id: "who",
            head: t("columns.lead"),
            cell: (row) => words.list(row.responsible.map((one) => one.known ?? one.name)),
          },
          {
            id: "due",
            head: t("columns.due"),
            cell: (row) => (row.due_by ? words.shortDay(row.due_by) : (row.due_stated ?? "")),
          },
          { id: "status", head: t("columns.status"), cell: (row) => t(`status.${row.status}`) },
          {
            id: "doubt",
            head: t("plain.register.doubt"),
            cell: (row) => [...row.problems, row.duplicate_of?.ref ?? ""].filter(Boolean).join(" "),
          },
        ]}
      />
    </>
  );
}
