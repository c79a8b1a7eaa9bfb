// What is known of one recommendation: its place in the source, its wording, whom it asks, what was undertaken.
import { useEdit } from "../../queries/door";
import type { RecommendationPage as Page } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button, GoTo } from "../../shared/ui/Button";
import { EvidenceCard, type Fact, Lines, Own, Part, Problem, Quote, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Mark } from "../../shared/ui/Mark";
import { useWords, type Words } from "../../strings/words";

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
          {page.deleted && <Tag kind="late">{t("item.inBin")}</Tag>}
          {page.private && <Tag kind="private">{t("item.private")}</Tag>}
          {page.catalogue && <Tag kind="quiet">{t("recommendation.catalogue")}</Tag>}
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
          <Quote>{page.text}</Quote>
        </Part>
      )}
      <Addressees {...props} />
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
                  <span className="late-text">{t("due.late", { days: row.days_overdue })}</span>
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
      {page.parts.length > 0 && (
        <Part title={t("recommendation.parts")} note={words.number(page.parts.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.parts.map((part) => ({ id: part.id, refText: part.ref, title: part.title }))}
          />
        </Part>
      )}
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

function Addressees({ page, onOpen, onAddAddressee }: Props) {
  const { t } = useWords();
  const edit = useEdit();
  const confirm = async (addressee: Page["addressees"][number]) => {
    const done = await edit.attempt((run) => run("ConfirmAddressee", { addressee: addressee.id }));
    if (done) say(t("done.confirmed", { name: addressee.actor.name }));
  };
  return (
    <Part
      title={t("recommendation.addressees")}
      note={page.addressees.length === 0 ? t("recommendation.noAddressee") : undefined}
    >
      <Problem message={edit.refusal?.message} />
      <ul className="who">
        {page.addressees.map((addressee) => (
          <li key={addressee.id}>
            <GoTo onPress={() => onOpen(addressee.actor.id)}>
              <Own>{addressee.actor.name}</Own>
            </GoTo>
            {!addressee.named && !addressee.confirmed && (
              <Tag kind="draft">{t("recommendation.implied")}</Tag>
            )}
            {!addressee.confirmed && !page.deleted && (
              <Button
                small
                isPending={edit.busy}
                onPress={() => void confirm(addressee)}
                aria-label={t("recommendation.confirmOf", { name: addressee.actor.name })}
              >
                {t("recommendation.confirm")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!page.deleted && (
        <Button small onPress={onAddAddressee}>
          {t("actions.add-addressee")}
        </Button>
      )}
    </Part>
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
    page.themes.length > 0 && {
      label: t("recommendation.themes"),
      value: <Own>{words.list(page.themes.map((theme) => theme.name))}</Own>,
    },
    page.desk.refs.length > 0 && {
      label: t("recommendation.theirRef"),
      value: <Own>{words.list(page.desk.refs.map((ref) => ref.number))}</Own>,
    },
    page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
  ];
}
