// Reports on silence: requests without an answer, addressees who have not responded, those that are only implied.
import { useActorItems, useSourceItems } from "../../queries/pickers";
import type { SilentRow } from "../../queries/types";
import { asFlag, asPicked, asText, type Values } from "../../shared/form/values";

import type { TableColumn } from "../../shared/ui/Table";
import type { Words } from "../../strings/words";
import { Opens, report, type Tools } from "./report";

const ofActor = ({ t }: Words) => [
  { name: "actor", kind: "pick" as const, label: t("plain.field.actor"), useItems: useActorItems },
  { name: "tree", kind: "check" as const, label: t("report.withTree") },
];

const actorOf = (values: Values) => ({
  actor: asPicked(values.actor)?.id ?? null,
  tree: asFlag(values.tree),
});

function silence(tools: Tools): TableColumn<SilentRow>[] {
  const { t } = tools;
  return [
    {
      id: "what",
      head: t("columns.recommendation"),
      names: true,
      cell: (row) => (
        <Opens id={row.recommendation_id} tools={tools}>
          {`${row.recommendation} ${row.heading ?? row.text.slice(0, 200)}`}
        </Opens>
      ),
    },
    {
      id: "actor",
      head: t("plain.field.actor"),
      cell: (row) => (
        <Opens id={row.actor.id} tools={tools}>
          {row.actor.name}
        </Opens>
      ),
    },
    {
      id: "sent",
      head: t("plain.field.sent_on"),
      end: true,
      cell: (row) => (row.sent_on ? tools.shortDay(row.sent_on) : ""),
    },
    {
      id: "age",
      head: t("report.silence"),
      end: true,
      cell: (row) => (
        <span className={row.days_late ? "late-text" : ""}>
          {row.days_waiting === null ? "" : t("due.days", { days: row.days_waiting })}
        </span>
      ),
    },
  ];
}

export const whoReports = {
  requests: report({
    query: "Requests",
    fields: (words) => [
      {
        name: "answered",
        kind: "choice",
        label: words.t("report.which"),
        options: [
          { id: "false", label: words.t("report.waiting") },
          { id: "true", label: words.t("report.answered") },
          { id: "all", label: words.t("report.all") },
        ],
      },
      ...ofActor(words),
    ],
    initial: { answered: "false", actor: null, tree: false },
    args: (values, limit) => ({
      ...actorOf(values),
      answered: asText(values.answered) === "all" ? null : asText(values.answered) === "true",
      by_actor: true,
      limit,
    }),
    total: (reply) => reply.total,
    bands: (reply) => reply.bands,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: (tools) => [
      {
        id: "actor",
        head: tools.t("plain.field.asked"),
        cell: (row) => row.actor.name,
      },
      {
        id: "text",
        head: tools.t("plain.field.question"),
        names: true,
        cell: (row) => (
          <Opens id={row.id} tools={tools}>
            {row.text.slice(0, 200)}
          </Opens>
        ),
      },
      {
        id: "about",
        head: tools.t("plain.field.about"),
        cell: (row) => row.about.map((one) => one.ref).join(tools.t("list.comma")),
      },
      { id: "day", head: tools.t("request.askedOn"), end: true, cell: (row) => tools.shortDay(row.day) },
      {
        id: "reminders",
        head: tools.t("request.remindersTitle"),
        end: true,
        cell: (row) => (row.reminders > 0 ? tools.number(row.reminders) : ""),
      },
      {
        id: "age",
        head: tools.t("report.silence"),
        end: true,
        cell: (row) => (
          <span className={row.days_late ? "late-text" : ""}>
            {row.answered_on
              ? tools.t("request.answered", { day: tools.shortDay(row.answered_on) })
              : tools.t("due.days", { days: row.days_waiting ?? 0 })}
          </span>
        ),
      },
    ],
    adds: ["AskActor"],
  }),
  no_response: report({
    query: "NoResponse",
    fields: (words) => [
      { name: "source", kind: "pick", label: words.t("kind.source"), useItems: useSourceItems },
      ...ofActor(words),
      { name: "sent", kind: "check", label: words.t("report.onlySent") },
    ],
    initial: { source: null, actor: null, tree: false, sent: false },
    args: (values, limit) => ({
      ...actorOf(values),
      source: asPicked(values.source)?.id ?? null,
      sent: asFlag(values.sent),
      limit,
    }),
    total: (reply) => reply.total,
    bands: (reply) => reply.bands,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: silence,
  }),
  unconfirmed: report({
    query: "Unconfirmed",
    fields: (words) => [
      { name: "source", kind: "pick", label: words.t("kind.source"), useItems: useSourceItems },
      ...ofActor(words),
    ],
    initial: { source: null, actor: null, tree: false },
    args: (values, limit) => ({
      ...actorOf(values),
      source: asPicked(values.source)?.id ?? null,
      limit,
    }),
    total: (reply) => reply.total,
    bands: (reply) => reply.bands,
    rows: (reply) => reply.items,
    keyOf: (row) => row.id,
    columns: silence,
  }),
} as const;
