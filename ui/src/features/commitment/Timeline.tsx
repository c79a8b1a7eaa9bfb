// What happened to a commitment, newest first: updates with their evidence, verdicts, moved dates, changes of lead.
import type { TimelineEntry } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { EvidenceCard, Own, Text } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { useWords } from "../../strings/words";

type Update = Extract<TimelineEntry, { type: "update" }>;

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

/** What stands in the way in more words, and what others can take from it. */
function Beside({ entry, onOpen }: { entry: Update; onOpen: (id: string) => void }) {
  const { t, day } = useWords();
  const { escalated_to } = entry;
  const said: (readonly [string, string])[] = [];
  if (entry.obstacle_kind) said.push([t("update.obstacleKind"), t(`obstacleKind.${entry.obstacle_kind}`)]);
  if (entry.resources) {
    const asked = entry.resources_asked
      ? t("timeline.askedOn", { day: day(entry.resources_asked) })
      : t("timeline.notAsked");
    said.push([t("update.resources"), `${entry.resources} (${asked})`]);
  }
  if (entry.remedy) said.push([t("update.remedy"), entry.remedy]);
  if (entry.practice) said.push([t("update.practice"), t(`practice.${entry.practice}`)]);
  if (entry.occurrence) said.push([t("timeline.occurrence"), day(entry.occurrence)]);
  if (said.length === 0 && !escalated_to) return null;
  return (
    <dl className="facts">
      {said.map(([label, text]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>
            <Own>{text}</Own>
          </dd>
        </div>
      ))}
      {escalated_to && (
        <div className="fact">
          <dt>{t("update.escalatedTo")}</dt>
          <dd>
            <GoTo onPress={() => onOpen(escalated_to.id)}>
              <Own>{escalated_to.name}</Own>
            </GoTo>
          </dd>
        </div>
      )}
    </dl>
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
          <Beside entry={entry} onOpen={onOpen} />
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
