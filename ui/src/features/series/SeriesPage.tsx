// One commitment made for many: how far they are together, and each by itself.
import type { SeriesPage as Page } from "../../queries/types";
import { GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Mark } from "../../shared/ui/Mark";
import { useWords } from "../../strings/words";

export function SeriesPage({
  page,
  slots,
  onOpen,
}: {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { why } = page.progress;
  const counts = ["overdue", "open", "waiting", "suspended", "partly", "closed"] as const;
  return (
    <ItemFrame
      slots={slots}
      title={page.title}
      where={
        <>
          {t("kind.series")} <Own>{page.ref}</Own>
        </>
      }
      notice={<p className="tags">{page.deleted && <Tag {...words.tag("inBin")} />}</p>}
      facts={[
        page.recommendation !== null && {
          label: t("commitment.answers"),
          value: (
            <GoTo onPress={() => page.recommendation && onOpen(page.recommendation.id)}>
              <Own>{`${page.recommendation.ref} ${page.recommendation.title}`}</Own>
            </GoTo>
          ),
        },
        {
          label: t("progress.title"),
          value: [
            t("progress.implemented", { count: why.implemented, of: why.of }),
            ...counts.filter((one) => why[one] > 0).map((one) => t(`progress.${one}`, { count: why[one] })),
          ].join(t("list.comma")),
        },
        page.next_due !== null && { label: t("series.next"), value: words.day(page.next_due) },
      ]}
    >
      <Part title={t("series.each")} note={words.number(page.commitments.length)}>
        <Lines
          onOpen={onOpen}
          lines={page.commitments.map((row) => ({
            id: row.id,
            refText: row.lead ?? row.commitment,
            title: row.lead_name ?? row.deliverable,
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
      </Part>
    </ItemFrame>
  );
}
