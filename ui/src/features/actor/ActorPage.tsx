// What is known of one actor: its names and place, what it leads, what it was asked.
import type { ActorPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Mark } from "../../shared/ui/Mark";
import { useWords } from "../../strings/words";

type Props = {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
  onList: (lead: { id: string; ref: string; name: string }) => void;
};

export function ActorPage({ page, slots, onOpen, onList }: Props) {
  const words = useWords();
  const { t } = words;
  const { successor, parent } = page;
  return (
    <ItemFrame
      slots={slots}
      title={page.name}
      where={
        <>
          {t(`actorKind.${page.kind}`)} <Own>{page.short ?? page.ref}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag kind="late">{t("item.inBin")}</Tag>}
          {page.private && <Tag kind="private">{t("item.private")}</Tag>}
        </p>
      }
      facts={[
        parent && {
          label: t("actor.parent"),
          value: (
            <GoTo onPress={() => onOpen(parent.id)}>
              <Own>{parent.name}</Own>
            </GoTo>
          ),
        },
        page.level !== null && { label: t("actor.level"), value: t(`actorLevel.${page.level}`) },
        page.aliases.length > 0 && {
          label: t("actor.aliases"),
          value: <Own>{words.list(page.aliases)}</Own>,
        },
        successor && {
          label: t("actor.successor"),
          value: (
            <>
              <GoTo onPress={() => onOpen(successor.actor.id)}>
                <Own>{successor.actor.name}</Own>
              </GoTo>
              {successor.from && `${t("list.comma")}${t("actor.from", { day: words.day(successor.from) })}`}
            </>
          ),
        },
        {
          label: t("actor.leads"),
          value: (
            <>
              {t("actor.leadsCount", { count: page.leads })}
              {page.overdue > 0 && (
                <>
                  {t("list.comma")}
                  <strong className="late-text">{t("columns.overdueCount", { count: page.overdue })}</strong>
                </>
              )}
            </>
          ),
        },
        page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
      ]}
    >
      <Part
        title={t("actor.commitments")}
        note={page.commitments.length === 0 ? t("actor.noCommitments") : undefined}
        end={
          page.leads > 0 && (
            <Button small onPress={() => onList({ id: page.id, ref: page.ref, name: page.name })}>
              {t("actor.list")}
            </Button>
          )
        }
      >
        <Lines
          onOpen={onOpen}
          lines={page.commitments.map((row) => ({
            id: row.id,
            refText: row.recommendation ?? row.commitment,
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
      </Part>
      {page.asked.length > 0 && (
        <Part title={t("actor.asked")} note={words.number(page.asked.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.asked.map((one) => ({ id: one.id, refText: one.ref, title: one.title }))}
          />
        </Part>
      )}
      {page.children.length > 0 && (
        <Part title={t("actor.children")} note={words.number(page.children.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.children.map((one) => ({ id: one.id, refText: one.ref, title: one.name }))}
          />
        </Part>
      )}
    </ItemFrame>
  );
}
