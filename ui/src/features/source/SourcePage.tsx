// What is known of one source: its title and standing; its items stand in Outline.

import { useLocale } from "use-intl";
import type { SourcePage as Page } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { Own, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { useWords } from "../../strings/words";
import { Outline } from "./Outline";

type Props = { page: Page; slots: Slots; onOpen: (id: string) => void; onAddRecommendation: () => void };

/** The language's name in the reader's language. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function SourcePage({ page, slots, onOpen, onAddRecommendation }: Props) {
  const words = useWords();
  const locale = useLocale();
  const { t } = words;
  return (
    <ItemFrame
      slots={slots}
      title={page.title}
      lang={page.language}
      where={
        <>
          {t("source.where")} <Own>{page.short}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          {page.private && <Tag {...words.tag("private")} />}
        </p>
      }
      facts={[
        page.publisher !== null && { label: t("source.publisher"), value: <Own>{page.publisher}</Own> },
        page.symbol !== null && { label: t("source.symbol"), value: <Own>{page.symbol}</Own> },
        page.published !== null && { label: t("source.published"), value: words.roughly(page.published) },
        page.language !== null && { label: t("source.language"), value: languageName(page.language, locale) },
        page.standing !== null && { label: t("source.standing"), value: t(`standing.${page.standing}`) },
        page.review_months !== null && {
          label: t("commitment.review"),
          value: t("commitment.months", { count: page.review_months }),
        },
        page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
      ]}
    >
      <Outline
        key={page.id}
        source={page.id}
        lang={page.language}
        onOpen={onOpen}
        end={
          !page.deleted && (
            <Button small onPress={onAddRecommendation}>
              {t("actions.new-recommendation")}
            </Button>
          )
        }
      />
    </ItemFrame>
  );
}
