// The account of an actor: five numbers, each opening its list, and the first rows of each. With what is under it on a
// switch. Words no letter; Letter does.
import { type ReactNode, useId } from "react";
import { Switch } from "react-aria-components";
import { useAsk } from "../../queries/door";
import type { AccountReply, CommitmentRow, Counted, Lateness } from "../../queries/types";
import { Button, Press } from "../../shared/ui/Button";
import { Facts, Lines, Own, Part, Problem, Wait } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { useWords, type Words } from "../../strings/words";
import "./actor.css";

/** Days that "due soon" looks ahead: the queue of that name. */
const SOON = 90;

export type Goes = {
  onOpen: (id: string) => void;
  onList: (counted: Counted) => void;
  /** The report on requests of this actor that wait. */
  onRequests: (tree: boolean) => void;
};

type Told = { account: AccountReply; words: Words } & Goes;

export function Account(props: { actor: string; tree: boolean; onTree: (tree: boolean) => void } & Goes) {
  const words = useWords();
  const { t } = words;
  const asked = useAsk("Account", { actor: props.actor, tree: props.tree }, { keep: true });
  const account = asked.data;
  if (!account)
    return asked.error ? <Problem message={asked.error.message} /> : <Wait label={t("app.loading")} />;
  const told: Told = { ...props, account, words };
  return (
    <div className="account" data-asked-again={asked.isPlaceholderData ? "" : undefined}>
      <Numbers {...told} />
      {account.below > 0 && (
        <Switch className="tree-switch part" isSelected={props.tree} onChange={props.onTree}>
          <span className="track" aria-hidden="true" />
          {t("account.tree", { count: account.below })}
        </Switch>
      )}
      <Owes {...told} />
      <Late {...told} />
      <Rest {...told} />
    </div>
  );
}

function Numbers({ account, words, onList }: Told) {
  const { t } = words;
  const { asked, silent, decided, undertook, leads, owes, overdue, delivered, verified } = account;
  const figures: { id: string; counted: Counted; label: string; under?: ReactNode }[] = [
    {
      id: "asked",
      counted: asked,
      label: t("account.asked"),
      under: silent.n > 0 && t("account.silent", { count: silent.n }),
    },
    { id: "decided", counted: decided, label: t("account.decided") },
    {
      id: "undertook",
      counted: undertook,
      label: t("account.undertook"),
      under: undertook.n > leads.n && t("account.leads", { count: leads.n }),
    },
    {
      id: "owes",
      counted: owes,
      label: t("account.owes"),
      under: overdue.n > 0 && (
        <span className="late-text">{t("columns.overdueCount", { count: overdue.n })}</span>
      ),
    },
    {
      id: "delivered",
      counted: delivered,
      label: t("account.delivered"),
      under: delivered.n > 0 && t("account.verified", { count: verified.n }),
    },
  ];
  return (
    <ul className="numbers part" aria-label={t("account.numbers")}>
      {figures.map(({ id, counted, label, under }) => (
        <li key={id}>
          <Press className="number" isDisabled={counted.n === 0} onPress={() => onList(counted)}>
            <strong>{words.number(counted.n)}</strong> <span>{label}</span>
            {under && <small>{under}</small>}
          </Press>
        </li>
      ))}
    </ul>
  );
}

/** A list within a section: its first rows, and the way to all of them. */
function Sub(props: { title: string; n: number; words: Words; onAll: () => void; children: ReactNode }) {
  const title = useId();
  const { t, number } = props.words;
  if (props.n === 0) return null;
  return (
    <section className="sub" aria-labelledby={title}>
      <h4 id={title}>
        {props.title} <small>{number(props.n)}</small>
        <span className="part-end">
          <Button
            small
            onPress={props.onAll}
            aria-label={`${t("account.all", { count: props.n })}: ${props.title}`}
          >
            {t("account.all", { count: props.n })}
          </Button>
        </span>
      </h4>
      {props.children}
    </section>
  );
}

function Rows({
  rows,
  words,
  onOpen,
  lead,
}: { rows: CommitmentRow[]; lead: boolean } & Omit<Told, "account">) {
  return (
    <Lines
      onOpen={onOpen}
      lines={rows.map((row) => ({
        id: row.id,
        refText: row.recommendation ?? row.commitment,
        title: row.deliverable,
        end: (
          <>
            {lead && row.lead && (
              <span className="quiet">
                <Own>{row.lead}</Own>
              </span>
            )}
            {row.days_overdue !== null ? (
              <span className="late-text" {...words.lateBy(row.days_overdue)} />
            ) : (
              row.due_by && <span className="quiet">{words.shortDay(row.due_by)}</span>
            )}
            <Mark {...words.statusShort(row.status)} />
          </>
        ),
      }))}
    />
  );
}

function Owes(told: Told) {
  const { account, words, onList, onOpen } = told;
  const { t } = words;
  const { owes, overdue, due_soon, undated, update_overdue, requests, tree } = account;
  const open = owes.n + requests;
  return (
    <Part title={t("account.owes")} note={open > 0 ? words.number(owes.n) : t("account.nothing")}>
      <Sub title={t("queue.overdue")} n={overdue.n} words={words} onAll={() => onList(overdue)}>
        <Rows {...told} rows={account.overdue_rows} lead={tree} />
      </Sub>
      <Sub
        title={t("queue.due_soon", { days: SOON })}
        n={due_soon.n}
        words={words}
        onAll={() => onList(due_soon)}
      >
        <Rows {...told} rows={account.due_soon_rows} lead={tree} />
      </Sub>
      <Sub title={t("queue.no_date")} n={undated.n} words={words} onAll={() => onList(undated)}>
        {null}
      </Sub>
      <Sub
        title={t("queue.update_overdue")}
        n={update_overdue.n}
        words={words}
        onAll={() => onList(update_overdue)}
      >
        <Rows {...told} rows={account.update_overdue_rows} lead={tree} />
      </Sub>
      <Sub title={t("account.questions")} n={requests} words={words} onAll={() => told.onRequests(tree)}>
        <Lines
          onOpen={onOpen}
          lines={account.request_rows.map((one) => ({
            id: one.id,
            refText: words.shortDay(one.day),
            title: one.text,
            end: (
              <span className={one.days_late ? "late-text" : "quiet"}>
                {t("request.silent", { days: one.days_waiting ?? 0 })}
              </span>
            ),
          }))}
        />
      </Sub>
    </Part>
  );
}

function Late({ account, words }: Told) {
  const { t } = words;
  const said = (late: Lateness) => {
    if (late.dated === 0) return t("account.undatedAll");
    if (late.median === null || late.longest === null) return t("account.inTime", { dated: late.dated });
    return t("account.lateBy", {
      late: late.late,
      dated: late.dated,
      median: t("due.days", { days: late.median }),
      longest: t("due.days", { days: late.longest }),
    });
  };
  if (account.leads.n === 0) return null;
  return (
    <Part title={t("account.late")}>
      <Facts
        facts={[
          { label: t("account.ofOwed"), value: said(account.owed_late) },
          { label: t("account.ofDelivered"), value: said(account.delivered_late) },
          {
            label: t("account.moves"),
            value:
              account.moved > 0
                ? t("account.movesOf", { count: account.moved, times: account.moves })
                : t("account.neverMoved"),
          },
        ]}
      />
    </Part>
  );
}

function Rest(told: Told) {
  const { account, words, onList, onOpen } = told;
  const { t } = words;
  const { asked, silent, undertook, delivered, reported, answers, tree } = account;
  const all = (counted: Counted, title: string) =>
    counted.n > 0 && (
      <Button
        small
        onPress={() => onList(counted)}
        aria-label={`${t("account.all", { count: counted.n })}: ${title}`}
      >
        {t("account.all", { count: counted.n })}
      </Button>
    );
  const said = [
    ...answers.map((one) => `${t(`decisionKind.${one.answer}`)} ${words.number(one.n)}`),
    ...(silent.n > 0 ? [t("account.silent", { count: silent.n })] : []),
  ];
  return (
    <>
      {delivered.n + reported.n > 0 && (
        <Part
          title={t("account.delivered")}
          note={reported.n > 0 ? t("account.reported", { count: reported.n }) : undefined}
          end={
            <>
              {reported.n > 0 && (
                <Button small weight="plain" onPress={() => onList(reported)}>
                  {t("queue.awaiting_verification")}
                </Button>
              )}
              {all(delivered, t("account.delivered"))}
            </>
          }
        >
          <Rows {...told} rows={account.delivered_rows} lead={tree} />
        </Part>
      )}
      {undertook.n > 0 && (
        <Part title={t("account.undertook")} end={all(undertook, t("account.undertook"))}>
          <Rows {...told} rows={account.undertook_rows} lead={tree} />
        </Part>
      )}
      {asked.n > 0 && (
        <Part
          title={t("account.asked")}
          note={said.join(t("list.comma"))}
          end={all(asked, t("account.asked"))}
        >
          <Lines
            onOpen={onOpen}
            lines={account.asked_rows.map((one) => ({
              id: one.id,
              refText: one.ref,
              title: one.title,
              end: (
                <span className="quiet">
                  {one.under && <Own>{t("actor.under", { name: one.under.ref })}</Own>}{" "}
                  {one.decision ? t(`decisionKind.${one.decision}`) : t("decision.none")}
                  {one.decided_on && ` ${words.shortDay(one.decided_on)}`}
                </span>
              ),
            }))}
          />
        </Part>
      )}
    </>
  );
}
