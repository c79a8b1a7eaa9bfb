// What an entry of the table of reports says, and how one is shown: a question with a few fields, answered by tables whose
// rows open what they are about.
import { type ReactNode, useState } from "react";
import { useAsk } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { QueryName } from "../../queries/reads";
import type { AgeBand, Args, Reply } from "../../queries/types";
import { type Field, OneField } from "../../shared/form/Form";
import type { FieldValue, Values } from "../../shared/form/values";
import { Button, GoTo } from "../../shared/ui/Button";
import { Empty, Own, Problem, Wait } from "../../shared/ui/bits";
import { Table, type TableColumn } from "../../shared/ui/Table";
import { useWords, type Words } from "../../strings/words";
import "./report.css";

/** Where a figure leads: a list with its filter. */
export type Leads = (to: {
  list: "commitments" | "recommendations";
  queue?: string | null;
  filter: string;
}) => void;

export type Tools = Words & {
  open: (id: string) => void;
  leads: Leads;
  act: (form: string, fill?: Values) => void;
};

export type Told = {
  id: string;
  title?: string;
  note?: ReactNode;
  content: ReactNode;
};

export type Report = {
  query: QueryName;
  fields: (words: Words) => readonly Field[];
  initial: Values;
  args: (values: Values, limit: number) => object;
  /** How many there are, and how many of them are shown. */
  total: (reply: unknown) => number | null;
  bands: (reply: unknown) => readonly AgeBand[];
  told: (reply: unknown, tools: Tools) => readonly Told[];
  /** What can be added here. */
  adds: readonly string[];
};

/** An entry of the table; `told` for several tables, `rows` and `columns` for one. */
export function report<N extends QueryName, Row = never>(one: {
  query: N;
  fields?: (words: Words) => readonly Field[];
  initial?: Values;
  args?: (values: Values, limit: number) => Args<N>;
  total?: (reply: Reply<N>) => number;
  bands?: (reply: Reply<N>) => readonly AgeBand[];
  told?: (reply: Reply<N>, tools: Tools) => readonly Told[];
  rows?: (reply: Reply<N>) => readonly Row[];
  columns?: (tools: Tools) => readonly TableColumn<Row>[];
  keyOf?: (row: Row) => string;
  adds?: readonly string[];
}): Report {
  const { rows, columns, keyOf } = one;
  return {
    query: one.query,
    fields: one.fields ?? (() => []),
    initial: one.initial ?? {},
    args: one.args ?? ((_, limit) => ({ limit })),
    total: (reply) => one.total?.(reply as Reply<N>) ?? null,
    bands: (reply) => one.bands?.(reply as Reply<N>) ?? [],
    told: (reply, tools) =>
      one.told?.(reply as Reply<N>, tools) ??
      (rows && columns && rows(reply as Reply<N>).length > 0
        ? [
            {
              id: "rows",
              content: (
                <Table
                  label={tools.t("report.rows")}
                  rows={rows(reply as Reply<N>)}
                  columns={columns(tools)}
                  keyOf={(row, i) => keyOf?.(row) ?? String(i)}
                />
              ),
            },
          ]
        : []),
    adds: one.adds ?? [],
  };
}

/** A cell that opens an item. */
export function Opens(props: { id: string; tools: Tools; children: string }) {
  return (
    <GoTo onPress={() => props.tools.open(props.id)}>
      <Own>{props.children}</Own>
    </GoTo>
  );
}

const PAGE = 100;

export function ReportView(props: {
  report: Report;
  /** What it starts from, where it was opened with something given. */
  given?: Values | undefined;
  leads: Leads;
  readOnly: boolean;
  head: (sum: { total: number | null; bands: readonly AgeBand[] }, tools: ReactNode) => ReactNode;
  empty: string;
  addWords: (form: string) => string;
}) {
  const { report, leads } = props;
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  const [values, setValues] = useState<Values>({ ...report.initial, ...props.given });
  const [limit, setLimit] = useState(PAGE);
  const asked = useAsk(report.query, report.args(values, limit) as Args<QueryName>, { keep: true });
  const fields = report.fields(words).filter((field) => field.when ?? true);
  const set = (name: string, value: FieldValue) => setValues((before) => ({ ...before, [name]: value }));
  const tools: Tools = { ...words, open: opener.open, leads, act: opener.act };
  const reply: unknown = asked.data;
  const told = reply === undefined ? [] : report.told(reply, tools);
  const total = reply === undefined ? null : report.total(reply);
  return (
    <>
      {props.head(
        { total, bands: reply === undefined ? [] : report.bands(reply) },
        (fields.length > 0 || report.adds.length > 0) && (
          <div className="report-fields">
            {fields.map((field) => (
              <div key={field.name} className={field.half === false ? "whole" : ""}>
                <OneField
                  field={field}
                  value={values[field.name] ?? null}
                  onChange={(value) => set(field.name, value)}
                  error={undefined}
                  autoFocus={false}
                />
              </div>
            ))}
            {!props.readOnly &&
              report.adds.map((name) => (
                <Button key={name} small onPress={() => opener.act(name)}>
                  {props.addWords(name)}
                </Button>
              ))}
          </div>
        ),
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds sections. */}
      <div className="report" tabIndex={0} role="group" aria-label={t("report.results")}>
        <Problem message={asked.error?.message} />
        {asked.isPending && !asked.error && <Wait label={t("app.loading")} />}
        {reply !== undefined && told.length === 0 && (
          <Empty>
            <p>{props.empty}</p>
          </Empty>
        )}
        {told.map((one) => (
          <section key={one.id} className="report-part">
            {one.title && (
              <h2>
                <Own>{one.title}</Own>
                {one.note && <small>{one.note}</small>}
              </h2>
            )}
            {one.content}
          </section>
        ))}
        {total !== null && total > limit && (
          <p className="row-acts">
            <Button onPress={() => setLimit(limit + PAGE * 2)}>
              {t("report.more", { count: total - limit })}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
