// What happened to a commitment, newest first: updates with their evidence, verdicts, moved dates, changes of lead.
import type { TimelineEntry } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { EvidenceCard, Own, Text } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { useWords } from "../../strings/words";

type Props = {
  entries: readonly TimelineEntry[];
  onOpen: (id: string) => void;
  onCorrect: (update: string) => void;
};

export function Timeline(props: Props) {
  const { t } = useWords();
  if (props.entries.length === 0) return <p className="quiet prose">{t("commitment.nothingYet")}</p>;
  return (
    <ol className="time">
      {props.entries.map((entry) => (
        <li key={entry.id} className={entry.type}>
          <Entry {...props} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, onOpen, onCorrect }: Omit<Props, "entries"> & { entry: TimelineEntry }) {
  const words = useWords();
  const { t } = words;
  switch (entry.type) {
    case "update":
      return (
        <>
          <div className="meta">
            <time dateTime={entry.day}>{words.day(entry.day)}</time>
            {entry.status ? <Mark {...words.status(entry.status)} /> : <span>{t("timeline.unchanged")}</span>}
            <span>
              <Own>{entry.by?.ref ?? t("timeline.bySomebody")}</Own>
              {t("list.comma")}
              {entry.formal ? t("timeline.formal") : t("timeline.informal")}
            </span>
            {entry.reach && <span>{t(`reach.${entry.reach}`)}</span>}
            {entry.health && (
              <span className={entry.health === "on_track" ? "" : "soon-text"}>
                {t(`health.${entry.health}`)}
              </span>
            )}
            {entry.edited && <span>{t("timeline.corrected")}</span>}
            <Button
              weight="plain"
              small
              onPress={() => onCorrect(entry.id)}
              aria-label={t("timeline.correctOf", { day: words.day(entry.day) })}
            >
              {t("timeline.correct")}
            </Button>
          </div>
          <p className="prose said" dir="auto">
            <Text>{entry.text}</Text>
          </p>
          {entry.obstacle && (
            <p className="prose said">
              <span className="soon-text">{t("timeline.obstacle")}</span> <Own>{entry.obstacle}</Own>
            </p>
          )}
          {entry.evidence.map((use) => (
            <EvidenceCard
              key={use.id}
              title={use.title}
              stance={t(`stance.${use.stance}`)}
              against={use.stance === "contradicts"}
              details={words.evidence(use)}
              onOpen={() => onOpen(use.evidence)}
            />
          ))}
        </>
      );
    case "verification":
      return (
        <>
          <div className="meta">
            <time dateTime={entry.day}>{words.day(entry.day)}</time>
            <strong>{t(`verdict.${entry.verdict}`)}</strong>
            {entry.by && <Own>{entry.by}</Own>}
          </div>
          {entry.reason && (
            <p className="prose said" dir="auto">
              {entry.reason}
            </p>
          )}
        </>
      );
    case "due":
      return (
        <>
          <div className="meta">
            {entry.day && <time dateTime={entry.day}>{words.day(entry.day)}</time>}
            <strong>{entry.before === null ? t("timeline.dueSet") : t("timeline.dueMoved")}</strong>
            {entry.decider && (
              <span>
                {t.rich("timeline.decidedBy", { who: entry.decider, bdi: (who) => <Own>{who}</Own> })}
              </span>
            )}
          </div>
          <p className="prose said">
            {entry.before !== null && (
              <>
                <del>
                  <Own>{entry.before}</Own>
                </del>{" "}
                <span aria-hidden="true" className="arrow" />{" "}
              </>
            )}
            <Own>{words.due(entry)}</Own>
          </p>
          {entry.reason && (
            <p className="prose said" dir="auto">
              {entry.reason}
            </p>
          )}
        </>
      );
    case "lead":
      return (
        <div className="meta">
          {entry.day && <time dateTime={entry.day}>{words.day(entry.day)}</time>}
          <strong>{t("timeline.lead")}</strong>
          <Own>{entry.lead?.name ?? t("timeline.noLead")}</Own>
        </div>
      );
  }
}
