// Reports on what happened: what changed since a day or a review, and the rounds of review that were held.

import type { Status } from "../../queries/types";
import { asText } from "../../shared/form/values";
import { Own } from "../../shared/ui/bits";
import { lists } from "../../strings/lists";
import { localToday } from "../../strings/words";
import { Opens, report } from "./report";

const MONTH = 30 * 86_400_000;
const kinds = ["new", "moved", "slipped", "closed", "reopened", "decided", "updated"] as const;

const isStatus = (text: string): text is Status => (lists.status as readonly string[]).includes(text);

export const changeReports = {
  changes: report({
    query: "Changes",
    fields: ({ t }) => [
      { name: "since", kind: "day", label: t("report.since") },
      { name: "review", kind: "text", label: t("report.sinceReview") },
    ],
    initial: { since: localToday(new Date(Date.now() - MONTH)), review: "" },
    args: (values, limit) => ({
      since: asText(values.review).trim() || asText(values.since) || localToday(),
      limit,
    }),
    total: (reply) => reply.total,
    told: (reply, tools) => {
      const { t, number } = tools;
      const said = (text: string | null) =>
        text !== null && isStatus(text) ? t(`status.${text}`) : <Own>{text}</Own>;
      if (reply.items.length === 0) return [];
      const counts = kinds
        .filter((kind) => reply.totals[kind] > 0)
        .map((kind) => `${t(`changed.${kind}`)} ${number(reply.totals[kind])}`);
      return [
        { id: "totals", content: <p>{counts.join(t("list.comma"))}</p> },
        {
          id: "items",
          content: (
            <ul className="changes">
              {reply.items.map((item) => (
                <li key={item.id}>
                  <Opens id={item.id} tools={tools}>
                    {`${item.ref} ${item.title}`}
                  </Opens>
                  <ul className="bullets">
                    {item.lines.map((line) => (
                      <li key={`${line.entry} ${line.what} ${line.new}`}>
                        <strong>{t(`changed.${line.what}`)}</strong>{" "}
                        {line.old !== null && (
                          <>
                            <del>{said(line.old)}</del> <span aria-hidden="true" className="arrow" />{" "}
                          </>
                        )}
                        {said(line.new)}{" "}
                        <span className="quiet">
                          {line.day ? tools.shortDay(line.day) : tools.moment(line.at)}, <Own>{line.by}</Own>
                        </span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          ),
        },
      ];
    },
    adds: ["HoldReview"],
  }),
  reviews: report({
    query: "Reviews",
    args: () => ({}),
    rows: (reply) => reply,
    keyOf: (row) => row.id,
    columns: (tools) => [
      { id: "name", head: tools.t("columns.name"), names: true, cell: (row) => <Own>{row.name}</Own> },
      { id: "day", head: tools.t("plain.field.on"), end: true, cell: (row) => tools.shortDay(row.day) },
      { id: "by", head: tools.t("report.by"), cell: (row) => <Own>{row.by}</Own> },
      { id: "note", head: tools.t("plain.field.review_note"), cell: (row) => <Own>{row.note}</Own> },
      { id: "entry", head: tools.t("report.entry"), end: true, cell: (row) => tools.number(row.entry) },
    ],
    adds: ["HoldReview"],
  }),
} as const;
