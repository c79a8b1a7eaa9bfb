// What is known of one recommendation: its place in the source, its wording, whom it asks, what was undertaken.
import type { RecommendationPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { EvidenceCard, type Fact, Lines, Own, Part, Quote, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Mark } from "../../shared/ui/Mark";
import { useWords, type Words } from "../../strings/words";
import { Addressees, Decisions } from "./Addressees";
import { Assessed, Chain, Links, Parts, Progress } from "./Standing";

type Props = {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
  onAddCommitment: () => void;
  onAddAddressee: () => void;
};

export function RecommendationPage(props: Props) {
  const { page, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const place = words.place(page.page, page.line);
  return (
    <ItemFrame
      slots={props.slots}
      title={page.heading ?? page.text}
      lang={page.language}
      where={
        <>
          {t("recommendation.where")} <Own>{page.ref}</Own>
          {t("list.comma")}
          <GoTo onPress={() => onOpen(page.source.id)}>
            <Own>{page.source.name}</Own>
          </GoTo>
          {place && `${t("list.comma")}${place}`}
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          {page.private && <Tag {...words.tag("private")} />}
          {page.catalogue && <Tag {...words.tag("catalogue")} />}
          {page.contested && (
            <Tag kind="draft">
              {t("recommendation.contestedBecause")} <Own>{page.contested}</Own>
            </Tag>
          )}
        </p>
      }
      facts={facts(page, words, onOpen)}
    >
      {page.heading && (
        <Part title={t("recommendation.wording")}>
          <Quote lang={page.language}>{page.text}</Quote>
        </Part>
      )}
      <Progress page={page} />
      <Addressees page={page} onOpen={onOpen} onAddAddressee={props.onAddAddressee} />
      <Decisions page={page} />
      <Part
        title={t("recommendation.commitments")}
        note={
          page.commitments.length === 0
            ? t("recommendation.notTakenUp")
            : words.number(page.commitments.length)
        }
      >
        <Lines
          onOpen={onOpen}
          lines={page.commitments.map((row) => ({
            id: row.id,
            refText: row.lead ?? row.commitment,
            title: row.deliverable,
            end: (
              <>
                {row.days_overdue !== null && (
                  <span className="late-text" {...words.lateBy(row.days_overdue)} />
                )}
                <Mark {...words.statusShort(row.status)} />
              </>
            ),
          }))}
        />
        {!page.deleted && (
          <Button small onPress={props.onAddCommitment}>
            {t("actions.new-commitment")}
          </Button>
        )}
      </Part>
      <Parts page={page} onOpen={onOpen} />
      <Links page={page} onOpen={onOpen} />
      <Chain page={page} onOpen={onOpen} />
      <Assessed page={page} />
      {page.evidence.length > 0 && (
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
        </Part>
      )}
    </ItemFrame>
  );
}

function facts(page: Page, words: Words, onOpen: (id: string) => void): Fact[] {
  const { t } = words;
  return [
    page.parent && {
      label: t("recommendation.partOf"),
      value: (
        <GoTo onPress={() => page.parent && onOpen(page.parent.id)}>
          <Own>{`${page.parent.ref} ${page.parent.title}`}</Own>
        </GoTo>
      ),
    },
    page.section !== null && { label: t("recommendation.section"), value: <Own>{page.section}</Own> },
    page.force !== null && { label: t("recommendation.force"), value: t(`force.${page.force}`) },
    page.due !== null && { label: t("commitment.due"), value: <Own>{words.due(page.due)}</Own> },
    page.priority !== null && { label: t("assess.priority"), value: t(`priority.${page.priority}`) },
    page.aim !== null && { label: t("assess.aim"), value: t(`aim.${page.aim}`) },
    page.themes.length > 0 && {
      label: t("recommendation.themes"),
      value: (
        <ul className="themes">
          {page.themes.map((theme) => (
            <li key={theme.id}>
              <Own>{theme.name}</Own> <bdi className="quiet">{theme.framework}</bdi>
            </li>
          ))}
        </ul>
      ),
    },
    page.series.length > 0 && {
      label: t("kind.series"),
      value: page.series.map((one, i) => (
        <span key={one.id}>
          {i > 0 && t("list.comma")}
          <GoTo onPress={() => onOpen(one.id)}>
            <Own>{one.title}</Own>
          </GoTo>
        </span>
      )),
    },
    page.desk.refs.length > 0 && {
      label: t("recommendation.theirRef"),
      value: <Own>{words.list(page.desk.refs.map((ref) => ref.number))}</Own>,
    },
    page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
  ];
}
