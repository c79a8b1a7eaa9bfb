// The columns of every list of commitments. A new column is one entry here: its words, width, cell, plain words, by what
// it is sorted and how it is edited.
import { pickers } from "../../queries/pickers";
import type { CommitmentRow } from "../../queries/types";
import { quiet, ref } from "../../shared/grid/cells";
import type { Column } from "../../shared/grid/columns";
import { Mark } from "../../shared/ui/Mark";
import { lists } from "../../strings/lists";
import type { Words } from "../../strings/words";

/** Which of the usual columns the list needs. */
export type CommitmentColumns = { lead: boolean; overdue: boolean };

const long = (text: string) => (
  <span className="own" dir="auto" title={text.slice(0, 1000)}>
    {text.slice(0, 400)}
  </span>
);

export function commitmentColumns(words: Words, usual: CommitmentColumns): Column<CommitmentRow>[] {
  const { t, number } = words;
  const day = (text: string | null) => (text === null ? "" : words.shortDay(text));
  const word = (list: "health" | "actorLevel", id: string | null) =>
    id === null ? "" : t(`${list}.${id as "on_track"}` as "health.on_track");
  const dueText = (row: CommitmentRow) => (row.due_by ? words.shortDay(row.due_by) : (row.due_stated ?? ""));
  return [
    {
      id: "recommendation",
      head: t("columns.answers"),
      width: { least: 68, share: 15, most: 108 },
      sort: "recommendation",
      cell: (row) => ref(row.recommendation ?? row.commitment),
      text: (row) => row.recommendation ?? row.commitment,
    },
    {
      id: "commitment",
      head: t("columns.reference"),
      width: { least: 64, share: 9, most: 90 },
      more: true,
      names: true,
      cell: (row) => ref(row.commitment),
      text: (row) => row.commitment,
    },
    {
      id: "deliverable",
      head: t("columns.deliverable"),
      width: { least: 110, grow: true },
      sort: "deliverable",
      cell: (row) => long(row.deliverable),
      text: (row) => row.deliverable,
    },
    {
      id: "lead",
      head: t("columns.lead"),
      width: { least: 52, share: 12, most: 110 },
      more: !usual.lead,
      sort: "lead",
      edit: {
        field: "lead",
        as: "pick",
        useItems: pickers.actor,
        from: (row) => row.lead ?? "",
        picked: (row) =>
          row.lead === null ? null : { id: row.lead, ref: row.lead, name: row.lead_name ?? row.lead },
      },
      cell: (row) =>
        row.lead === null ? (
          <span className="quiet" data-mark="tag.noLead" title={words.tag("noLead").means}>
            {t("columns.noLead")}
          </span>
        ) : (
          quiet(row.lead, row.lead_name)
        ),
      text: (row) => row.lead_name ?? "",
      plain: (row) => row.lead ?? "",
      spoken: (row) => row.lead_name ?? t("columns.noLead"),
    },
    {
      id: "status",
      head: t("columns.status"),
      width: { least: 86, share: 17, most: 128 },
      sort: "status",
      edit: {
        field: "status",
        as: "choice",
        options: lists.status.map((id) => ({ id, label: t(`status.${id}`) })),
        from: (row) => row.status,
        needs: () => true,
      },
      cell: (row) => <Mark {...words.statusShort(row.status)} />,
      text: (row) => t(`status.${row.status}`),
    },
    {
      id: "due",
      head: usual.overdue ? t("columns.overdueBy") : t("columns.due"),
      width: usual.overdue ? { least: 74, share: 15, most: 112 } : { least: 100, share: 18, most: 124 },
      end: true,
      sort: "due",
      edit: {
        field: "due",
        as: "due",
        label: t("columns.due"),
        from: (row) => row.due_stated ?? "",
        needs: (row) => row.due_stated !== null,
      },
      cell: (row) =>
        row.days_overdue !== null ? (
          <span className="late-text" data-mark={words.late["data-mark"]} title={dueText(row)}>
            {t(usual.overdue ? "due.days" : "due.late", { days: row.days_overdue })}
          </span>
        ) : (
          <span className="quiet" title={row.due_stated ?? undefined}>
            {row.due_by ? words.shortDay(row.due_by) : <bdi>{row.due_stated ?? t("columns.noDate")}</bdi>}
          </span>
        ),
      text: dueText,
      spoken: (row) =>
        row.days_overdue !== null
          ? t("due.overdue", { days: row.days_overdue })
          : `${t("columns.due")}: ${dueText(row) || t("columns.noDate")}`,
      plain: (row) => row.due_by ?? row.due_stated ?? "",
    },
    {
      id: "due_stated",
      head: t("columns.dueStated"),
      width: { least: 90, share: 14, most: 150 },
      more: true,
      cell: (row) => quiet(row.due_stated),
      text: (row) => row.due_stated ?? "",
    },
    {
      id: "late",
      head: t("columns.daysLate"),
      width: { least: 64, share: 9, most: 90 },
      more: true,
      end: true,
      cell: (row) =>
        row.days_overdue === null ? null : <span className="late-text">{number(row.days_overdue)}</span>,
      text: (row) => (row.days_overdue === null ? "" : number(row.days_overdue)),
      plain: (row) => String(row.days_overdue ?? ""),
    },
    {
      id: "updated",
      head: t("columns.lastUpdate"),
      width: { least: 88, share: 13, most: 112 },
      more: true,
      end: true,
      sort: "updated",
      cell: (row) => quiet(day(row.last_update)),
      text: (row) => day(row.last_update),
      plain: (row) => row.last_update ?? "",
    },
    {
      id: "original",
      head: t("columns.firstDue"),
      width: { least: 88, share: 13, most: 112 },
      more: true,
      end: true,
      cell: (row) => quiet(day(row.original)),
      text: (row) => day(row.original),
      plain: (row) => row.original ?? "",
    },
    {
      id: "slips",
      head: t("columns.slips"),
      width: { least: 56, share: 8, most: 80 },
      more: true,
      end: true,
      sort: "slips",
      cell: (row) => quiet(row.slips > 0 ? number(row.slips) : ""),
      text: (row) => number(row.slips),
      plain: (row) => String(row.slips),
    },
    {
      id: "health",
      head: t("columns.health"),
      width: { least: 76, share: 12, most: 110 },
      more: true,
      sort: "health",
      cell: (row) => quiet(word("health", row.health)),
      text: (row) => word("health", row.health),
    },
    {
      id: "handler",
      head: t("columns.handler"),
      width: { least: 76, share: 12, most: 130 },
      more: true,
      sort: "handler",
      edit: { field: "handler", as: "text", from: (row) => row.handler ?? "" },
      cell: (row) => quiet(row.handler),
      text: (row) => row.handler ?? "",
    },
    {
      id: "source",
      head: t("columns.source"),
      width: { least: 76, share: 12, most: 140 },
      more: true,
      cell: (row) => quiet(row.source),
      text: (row) => row.source ?? "",
    },
    {
      id: "asked",
      head: t("columns.recommendation"),
      width: { least: 180, share: 30, most: 360 },
      more: true,
      cell: (row) => long(row.asked ?? ""),
      text: (row) => row.asked ?? "",
    },
    {
      id: "kind",
      head: t("columns.kind"),
      width: { least: 86, share: 13, most: 140 },
      more: true,
      sort: "kind",
      cell: (row) => quiet(t(`commitmentKind.${row.kind}`)),
      text: (row) => t(`commitmentKind.${row.kind}`),
    },
    {
      id: "level",
      head: t("columns.level"),
      width: { least: 86, share: 13, most: 120 },
      more: true,
      sort: "level",
      cell: (row) => quiet(word("actorLevel", row.level)),
      text: (row) => word("actorLevel", row.level),
    },
    {
      id: "age",
      head: t("columns.age"),
      width: { least: 64, share: 9, most: 90 },
      more: true,
      end: true,
      sort: "age",
      cell: (row) => quiet(row.age === null ? "" : number(row.age)),
      text: (row) => (row.age === null ? "" : number(row.age)),
      plain: (row) => String(row.age ?? ""),
    },
    {
      id: "evidence",
      head: t("columns.evidence"),
      width: { least: 64, share: 9, most: 84 },
      more: true,
      end: true,
      sort: "evidence",
      cell: (row) => quiet(number(row.evidence)),
      text: (row) => number(row.evidence),
      plain: (row) => String(row.evidence),
    },
  ];
}
