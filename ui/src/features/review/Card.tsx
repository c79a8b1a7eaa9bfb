// One commitment with everything that is needed to decide on it, in one view: what was said and by whom, lead, due with
// its moves, status, last word, evidence for and against, what stands in the way, the next steps. Shows only.
import { type ReactNode, useEffect, useRef } from "react";
import type { CommitmentPage, TimelineEntry, UseRow } from "../../queries/types";
import { GoTo } from "../../shared/ui/Button";
import { EvidenceCard, Own, Part, Quote, Tag, Text } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { daysBetween, useWords, type Words } from "../../strings/words";
import { DueLine } from "./DueLine";

type Update = Extract<TimelineEntry, { type: "update" }>;

type Props = {
  page: CommitmentPage;
  asOf: string;
  /** "4 of 49", read out before the title. */
  position: string;
  onOpen: (id: string) => void;
};

/** So many of a kind are shown; the others stand on the full page. */
const MOST = 3;

export function Card(props: Props) {
  const { page, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const main = page.answers.find((answer) => answer.main) ?? page.answers[0];
  const updates = page.timeline.filter((entry): entry is Update => entry.type === "update");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After whatever else moves the focus when a form is closed; a form that was opened at once keeps it.
    const frame = requestAnimationFrame(() => {
      if (!document.activeElement?.closest("form")) heading.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <article className="card">
      <header className="card-head">
        <h2 className="item-title" tabIndex={-1} ref={heading}>
          <span className="unseen">{props.position}: </span>
          <Own>{page.deliverable}</Own>
        </h2>
        <p className="where">
          <Own>{page.ref}</Own> {page.private && <Tag {...words.tag("private")} />}{" "}
          {page.drafted && <Tag {...words.tag("drafted")} />}{" "}
          {page.deleted && <Tag {...words.tag("inBin")} />}
        </p>
      </header>
      <div className="card-said">
        {main && (
          <Part
            title={t("commitment.asked")}
            note={
              <>
                <GoTo onPress={() => onOpen(main.id)}>
                  <Own>{main.ref}</Own>
                </GoTo>
                {words.place(main.page, main.line) &&
                  `${t("list.comma")}${words.place(main.page, main.line)}`}
              </>
            }
          >
            {main.text.trim() === page.deliverable.trim() ? (
              <p className="quiet">{t("commitment.sameWords")}</p>
            ) : (
              <Quote>{main.text}</Quote>
            )}
            {page.answers.length > 1 && (
              <p className="quiet">{t("commitment.alsoAsked", { count: page.answers.length - 1 })}</p>
            )}
          </Part>
        )}
        <LastWord update={updates[0]} page={page} asOf={props.asOf} words={words} />
        <Obstacles updates={updates} words={words} onOpen={onOpen} />
      </div>
      <div className="card-state">
        <State page={page} asOf={props.asOf} words={words} onOpen={onOpen} />
        <Evidence page={page} updates={updates} words={words} onOpen={onOpen} />
        <Steps page={page} words={words} />
      </div>
    </article>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Told = { page: CommitmentPage; words: Words; onOpen: (id: string) => void };

function State({ page, asOf, words, onOpen }: Told & { asOf: string }) {
  const { t } = words;
  const { flag, note } = page.desk;
  const beside = [...page.joint, ...page.supporting];
  return (
    <dl className="facts">
      <Row label={t("commitment.lead")}>
        {page.lead ? (
          <GoTo onPress={() => page.lead && onOpen(page.lead.id)}>
            <Own>{page.lead.name}</Own>
          </GoTo>
        ) : (
          <Tag {...words.tag("noLead")} />
        )}
        {beside.length > 0 && (
          <p className="quiet">
            <Own>{words.list(beside.map((actor) => actor.ref))}</Own>
          </p>
        )}
      </Row>
      <Row label={t("commitment.due")}>
        <DueLine page={page} today={asOf} />
      </Row>
      <Row label={t("commitment.status")}>
        <Mark {...words.status(page.status)} strong />{" "}
        {page.status_since && (
          <span className="quiet">{t("commitment.since", { day: words.day(page.status_since) })}</span>
        )}
        {page.health && page.health !== "on_track" && (
          <>
            {" "}
            <span className="soon-text">{t(`health.${page.health}`)}</span>
          </>
        )}
      </Row>
      <Row label={t("commitment.kind")}>
        {page.made_on
          ? t("commitment.kindMade", { kind: t(`commitmentKind.${page.kind}`), day: words.day(page.made_on) })
          : t(`commitmentKind.${page.kind}`)}
      </Row>
      {page.done_when && (
        <Row label={t("commitment.doneWhen")}>
          <Own>{page.done_when}</Own>
        </Row>
      )}
      {page.caveat && (
        <Row label={t("commitment.caveat")}>
          <Own>{page.caveat}</Own>
        </Row>
      )}
      {flag && (
        <Row label={t("desk.flag")}>
          {words.day(flag.on)} {flag.why && <Own>{flag.why}</Own>}
        </Row>
      )}
      {note && (
        <Row label={t("kind.note")}>
          <Own>{note.text}</Own>
        </Row>
      )}
    </dl>
  );
}

function LastWord(props: { update: Update | undefined; page: CommitmentPage; asOf: string; words: Words }) {
  const { update, page, words } = props;
  const { t } = words;
  const waiting = page.requests.filter((one) => one.answered_on === null);
  return (
    <Part
      title={t("review.lastWord")}
      note={
        page.last_word
          ? t("review.wordOf", {
              day: words.day(page.last_word),
              ago: Math.max(0, daysBetween(page.last_word, props.asOf)),
            })
          : t("commitment.noWord")
      }
    >
      {update && (
        <>
          <div className="meta">
            {update.status ? (
              <Mark {...words.status(update.status)} />
            ) : (
              <span>{t("timeline.unchanged")}</span>
            )}
            <span>
              <Own>{update.by?.name ?? t("timeline.bySomebody")}</Own>
              {t("list.comma")}
              {update.formal ? t("timeline.formal") : t("timeline.informal")}
            </span>
          </div>
          <p className="prose said" dir="auto">
            <Text>{update.text}</Text>
          </p>
        </>
      )}
      {waiting.slice(0, MOST).map((one) => (
        <p key={one.id} className="quiet">
          {t("review.asked", { day: words.shortDay(one.day), name: one.actor.ref })}
        </p>
      ))}
    </Part>
  );
}

function Obstacles(props: { updates: readonly Update[]; words: Words; onOpen: (id: string) => void }) {
  const { words, onOpen } = props;
  const { t } = words;
  const named = props.updates.filter((one) => one.obstacle || one.escalated_to || one.resources);
  if (named.length === 0) return null;
  return (
    <Part title={t("review.obstacles")}>
      <ul className="card-list">
        {named.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <span className="quiet">{words.shortDay(one.day)}</span>{" "}
            {one.obstacle_kind && <Tag kind="quiet">{t(`obstacleKind.${one.obstacle_kind}`)}</Tag>}{" "}
            {one.obstacle && <Own>{one.obstacle}</Own>}{" "}
            {one.escalated_to && (
              <div>
                <span className="quiet">{t("update.escalatedTo")}</span>{" "}
                <GoTo onPress={() => one.escalated_to && onOpen(one.escalated_to.id)}>
                  <Own>{one.escalated_to.name}</Own>
                </GoTo>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What supports it and what speaks against it, what speaks against first. */
function Evidence({ page, updates, words, onOpen }: Told & { updates: readonly Update[] }) {
  const { t } = words;
  const order: UseRow["stance"][] = ["contradicts", "mixed", "supports", "context"];
  const uses = [...page.evidence, ...updates.flatMap((one) => one.evidence)].sort(
    (a, b) => order.indexOf(a.stance) - order.indexOf(b.stance),
  );
  const count = (stance: UseRow["stance"]) => uses.filter((use) => use.stance === stance).length;
  return (
    <Part
      title={t("commitment.evidence")}
      note={
        uses.length === 0
          ? t("evidence.count", { count: 0 })
          : t("review.forAgainst", { supports: count("supports"), against: count("contradicts") })
      }
    >
      {uses.slice(0, MOST).map((use) => (
        <EvidenceCard
          key={use.id}
          title={use.title}
          stance={t(`stance.${use.stance}`)}
          against={use.stance === "contradicts"}
          details={words.evidence(use)}
          onOpen={() => onOpen(use.evidence)}
        />
      ))}
      {uses.length > MOST && <p className="quiet">{t("review.more", { count: uses.length - MOST })}</p>}
    </Part>
  );
}

function Steps({ page, words }: Pick<Told, "page" | "words">) {
  const { t } = words;
  const open = page.milestones.filter((one) => one.done_on === null);
  if (page.milestones.length === 0) return null;
  return (
    <Part
      title={t("review.steps")}
      note={t("commitment.milestonesReached", {
        count: page.milestones.length - open.length,
        of: page.milestones.length,
      })}
    >
      <ul className="card-list">
        {open.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <Own>{one.text}</Own>{" "}
            {one.due_stated && (
              <span className="quiet">
                <Own>{words.due({ stated: one.due_stated, due_by: one.due_by })}</Own>
              </span>
            )}{" "}
            {one.days_overdue !== null && <span className="late-text" {...words.lateBy(one.days_overdue)} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}
