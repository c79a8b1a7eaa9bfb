// The place "Compare": how the register stood at the end of two days. The answer first as a sentence, then the counts with
// their differences, then what stands otherwise. What happened in between is another question, and one press away.
import { useState } from "react";
import { useAsk } from "../../queries/door";
import { useLong } from "../../queries/long";
import type { CompareReply, ReviewRow } from "../../queries/types";
import { type Field, OneField } from "../../shared/form/Form";
import { asText, type FieldValue, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Problem, Stopped, Wait } from "../../shared/ui/bits";
import { useWords, type Words } from "../../strings/words";
import { asTable } from "./as-table";
import { Counts } from "./Counts";
import { Differences } from "./Differences";
import { dayBefore, quarterStart, yearStart } from "./days";
import "./compare.css";

/** A list as of a day: of one lead itself, or of all. */
export type Leads = (to: {
  day: string;
  queue?: "overdue" | "closed";
  filter?: string;
  lead?: { id: string; ref: string; name: string };
}) => void;

export function Compare(props: {
  today: string;
  asOf: string | null;
  leads: Leads;
  /** Opens the report of what happened since a day. */
  onChanges: (since: string) => void;
}) {
  const { today } = props;
  const { t } = useWords();
  const reviews = useAsk("Reviews", {}, { keep: true });
  const to = props.asOf ?? today;
  const held = reviews.data?.find((one) => one.day <= to);
  if (reviews.isPending) return <Wait label={t("app.loading")} />;
  return <Days {...props} reviews={reviews.data ?? []} from={held?.day ?? dayBefore(to, 90)} to={to} />;
}

function Days(
  props: Parameters<typeof Compare>[0] & { reviews: readonly ReviewRow[]; from: string; to: string },
) {
  const words = useWords();
  const { t } = words;
  const [values, setValues] = useState<Values>({ from: props.from, to: props.to, filter: "" });
  const from = asText(values.from) || props.from;
  const to = asText(values.to) || props.to;
  const filter = asText(values.filter).trim();
  const ask = { from, to, ...(filter === "" ? {} : { filter }) };
  const asked = useLong("Compare", ask, { keep: true });
  const set = (name: string, value: FieldValue) => setValues((before) => ({ ...before, [name]: value }));
  const fields: readonly Field[] = [
    { name: "from", kind: "day", label: t("compare.from") },
    { name: "to", kind: "day", label: t("compare.to") },
    { name: "filter", kind: "text", label: t("list.filter") },
  ];
  const review = props.reviews.find((one) => one.day <= to);
  const quick = [
    review && { day: review.day, label: t("compare.lastReview", { name: review.name }) },
    { day: quarterStart(to), label: t("compare.quarter") },
    { day: yearStart(to), label: t("compare.year") },
    { day: dayBefore(to, 90), label: t("compare.days90") },
  ].filter((one) => one !== undefined);
  const reply = asked.data;
  const copy = async () => {
    if (!reply) return;
    await navigator.clipboard.writeText(asTable(reply, words));
    say(t("compare.copied"));
  };
  return (
    <>
      <div className="compare-days">
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            onChange={(value) => set(field.name, value)}
            error={undefined}
            autoFocus={false}
          />
        ))}
        {/* biome-ignore lint/a11y/useSemanticElements: it is no form. */}
        <div className="row-acts" role="group" aria-label={t("compare.choose")}>
          {quick.map((one) => (
            <Button
              key={one.label}
              small
              aria-pressed={one.day === from}
              onPress={() => set("from", one.day)}
            >
              {one.label}
            </Button>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds sections. */}
      <div className="report compare" tabIndex={0} role="group" aria-label={t("report.results")}>
        <Problem message={asked.error?.message} />
        {asked.cancelled && <Stopped onAgain={asked.again} />}
        {asked.working && <Wait label={t("app.loading")} />}
        {reply && !asked.error && !asked.cancelled && (
          <>
            <p className="compare-answer">{answer(reply, words)}</p>
            <p className="row-acts">
              <Button small onPress={() => props.onChanges(from)}>
                {t("compare.changes")}
              </Button>
              <Button small onPress={() => void copy()}>
                {t("compare.copy")}
              </Button>
            </p>
            <Counts reply={reply} today={props.today} filter={filter} leads={props.leads} />
            <Differences reply={reply} ask={ask} />
          </>
        )}
      </div>
    </>
  );
}

/** The answer in two sentences. */
function answer(reply: CompareReply, { t, day }: Words): string {
  const { from, to } = reply.overdue;
  const parts = reply.moved
    .filter((one) => one.total > 0)
    .map((one) => t("compare.part", { what: t(`compareKind.${one.what}`), count: one.total }));
  return [
    t("compare.overdue", {
      way: to > from ? "up" : to < from ? "down" : "same",
      from,
      to,
      fromDay: day(reply.from),
      toDay: day(reply.to),
    }),
    reply.differ === 0
      ? t("compare.nothing")
      : t("compare.moved", { differ: reply.differ, parts: parts.join(t("list.comma")) }),
  ].join(" ");
}
