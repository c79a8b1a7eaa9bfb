// What is known of one commitment: where it comes from, who, by when, what happened, what proves it. Shows only; the acts
// and the forms come in through the slots.
import type { CommitmentPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { EvidenceCard, type Fact, Own, Part, Quote, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Mark } from "../../shared/ui/Mark";
import { daysBetween, useWords, type Words } from "../../strings/words";
import "./commitment.css";
import { Milestones, Moves, Occurrences } from "./Steps";
import { Timeline } from "./Timeline";

type Props = {
  page: Page;
  asOf: string;
  slots: Slots;
  onOpen: (id: string) => void;
  onCorrect: (update: string) => void;
  onAddEvidence: () => void;
};

export function CommitmentPage(props: Props) {
  const { page, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const main = page.answers.find((answer) => answer.main) ?? page.answers[0];
  const others = page.answers.filter((answer) => answer !== main);

  return (
    <ItemFrame
      slots={props.slots}
      title={page.deliverable}
      where={
        <>
          {t.rich("commitment.where", { ref: page.ref, bdi: (ref) => <Own>{ref}</Own> })}
          {page.answers.map((answer, i) => (
            <span key={answer.id}>
              {i === 0 ? ` ${t("commitment.answers")} ` : `${t("commitment.and")} `}
              <GoTo onPress={() => onOpen(answer.id)}>
                <Own>{answer.ref}</Own>
              </GoTo>
              {answer === main &&
                words.place(answer.page, answer.line) &&
                ` (${words.place(answer.page, answer.line)}) `}
            </span>
          ))}
        </>
      }
      notice={<Notices page={page} />}
      facts={facts(page, words, onOpen)}
    >
      {main && (
        <Part
          title={t("commitment.asked")}
          note={
            <>
              <Own>{main.source}</Own>
              {words.place(main.page, main.line) && `${t("list.comma")}${words.place(main.page, main.line)}`}
            </>
          }
        >
          {main.text.trim() === page.deliverable.trim() ? (
            <p className="quiet">{t("commitment.sameWords")}</p>
          ) : (
            <Quote lang={main.language}>{main.text}</Quote>
          )}
          {others.length > 0 && (
            <details className="more">
              <summary>{t("commitment.alsoAsked", { count: others.length })}</summary>
              {others.map((answer) => (
                <div key={answer.id} className="also">
                  <GoTo onPress={() => onOpen(answer.id)}>
                    <Own>{answer.ref}</Own>
                  </GoTo>
                  <Quote lang={answer.language}>{answer.text}</Quote>
                </div>
              ))}
            </details>
          )}
        </Part>
      )}
      <Part
        title={t("commitment.happened")}
        note={
          page.last_word
            ? t("commitment.lastWord", {
                count: page.timeline.length,
                day: words.day(page.last_word),
                ago: Math.max(0, daysBetween(page.last_word, props.asOf)),
              })
            : t("commitment.noWord")
        }
      >
        <Timeline entries={page.timeline} onOpen={onOpen} onCorrect={props.onCorrect} />
      </Part>
      <Milestones page={page} />
      <Occurrences page={page} />
      <Moves page={page} />
      <Part title={t("commitment.evidence")} note={t("evidence.count", { count: page.evidence.length })}>
        {page.evidence.map((use) => (
          <EvidenceCard
            key={use.id}
            title={use.title}
            stance={t(`stance.${use.stance}`)}
            against={use.stance === "contradicts"}
            details={words.evidence(use)}
            onOpen={() => onOpen(use.evidence)}
          />
        ))}
        {page.evidence.length === 0 && <p className="quiet prose">{t("commitment.noEvidence")}</p>}
        {!page.deleted && (
          <Button small onPress={props.onAddEvidence}>
            {t("actions.add-evidence")}
          </Button>
        )}
      </Part>
    </ItemFrame>
  );
}

function Notices({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  return (
    <p className="tags">
      {page.deleted && <Tag {...words.tag("inBin")} />}
      {page.private && (
        <Tag {...words.tag("private")}>
          {t("item.private")}
          {page.private_why && (
            <>
              : <Own>{page.private_why}</Own>
            </>
          )}
        </Tag>
      )}
      {page.drafted && <Tag {...words.tag("drafted")} />}
    </p>
  );
}

function facts(page: Page, words: Words, onOpen: (id: string) => void): Fact[] {
  const { t } = words;
  const names = (actors: Page["joint"]) =>
    actors.map((actor, i) => (
      <span key={actor.id}>
        {i > 0 && t("list.comma")}
        <GoTo onPress={() => onOpen(actor.id)}>
          <Own>{actor.name}</Own>
        </GoTo>
      </span>
    ));
  return [
    {
      label: t("commitment.lead"),
      value: page.lead ? names([page.lead]) : <Tag {...words.tag("noLead")} />,
    },
    page.joint.length > 0 && { label: t("commitment.joint"), value: names(page.joint) },
    page.supporting.length > 0 && { label: t("commitment.supporting"), value: names(page.supporting) },
    {
      label: t("commitment.due"),
      value: page.due ? (
        <>
          <Own>{words.due(page.due)}</Own>{" "}
          {page.days_overdue !== null && (
            <strong className="late-text" {...words.late}>
              {t("due.overdue", { days: page.days_overdue })}
            </strong>
          )}
        </>
      ) : (
        t("due.none")
      ),
    },
    page.slips > 0 &&
      page.original && {
        label: t("commitment.original"),
        value: (
          <>
            <Own>{words.due(page.original)}</Own>{" "}
            <span className="quiet">{t("due.moved", { times: page.slips, days: page.days_moved ?? 0 })}</span>
          </>
        ),
      },
    {
      label: t("commitment.status"),
      value: (
        <>
          <Mark {...words.status(page.status)} strong />{" "}
          {page.status_since && (
            <span className="quiet">{t("commitment.since", { day: words.day(page.status_since) })}</span>
          )}
        </>
      ),
    },
    {
      label: t("commitment.kind"),
      value: page.made_on
        ? t("commitment.kindMade", { kind: t(`commitmentKind.${page.kind}`), day: words.day(page.made_on) })
        : t(`commitmentKind.${page.kind}`),
    },
    page.review_months !== null && {
      label: t("commitment.review"),
      value: t("commitment.months", { count: page.review_months }),
    },
    page.word_by !== null && {
      label: t("commitment.wordBy"),
      value: (
        <>
          {words.day(page.word_by)}{" "}
          {page.update_overdue_days !== null && (
            <strong className="late-text">{t("due.overdue", { days: page.update_overdue_days })}</strong>
          )}
        </>
      ),
    },
    page.result_level !== null && { label: t("evidence.level"), value: t(`level.${page.result_level}`) },
    page.series !== null && {
      label: t("kind.series"),
      value: (
        <GoTo onPress={() => page.series && onOpen(page.series.id)}>
          <Own>{page.series.title}</Own>
        </GoTo>
      ),
    },
    own(t("commitment.doneWhen"), page.done_when),
    own(t("commitment.post"), page.post),
    own(t("commitment.handler"), page.handler),
    own(t("actor.contact"), page.contact),
    own(t("commitment.caveat"), page.caveat),
  ];
}

const own = (label: string, text: string | null): Fact => (text ? { label, value: <Own>{text}</Own> } : null);
