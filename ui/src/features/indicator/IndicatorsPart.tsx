// The indicators that speak of an item, each with its line and where it stands against its target.
import { useOpener } from "../../queries/opener";
import type { IndicatorBrief } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Own, Part, Tag } from "../../shared/ui/bits";
import { useWords, type Words } from "../../strings/words";
import { IndicatorChart } from "./Chart";
import "./indicator.css";

/** Where it stands: met, part of the way, the wrong way, or in dispute. */
export function standing(
  { t, number }: Words,
  one: Pick<IndicatorBrief, "progress" | "disputed">,
): string | null {
  if (one.disputed) return t("indicator.disputed");
  if (one.progress === null) return null;
  if (one.progress.met) return t("indicator.met");
  return one.progress.percent === null
    ? t("indicator.notMet")
    : t("indicator.percent", { percent: number(Math.round(one.progress.percent)) });
}

export function IndicatorsPart(props: { indicators: readonly IndicatorBrief[]; deleted: boolean }) {
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  if (props.indicators.length === 0) return null;
  return (
    <Part title={t("indicator.title")} note={words.number(props.indicators.length)}>
      {props.indicators.map((one) => {
        const stands = standing(words, one);
        return (
          <div key={one.id} className="indicator">
            <p className="tags">
              <GoTo onPress={() => opener.open(one.id)}>
                <Own>{one.name}</Own>
              </GoTo>
              <span className="quiet">
                {t(`direction.${one.direction}`)}
                {one.latest &&
                  `${t("list.comma")}${t("indicator.latest", {
                    value: t("indicator.value", {
                      value: words.number(Number(one.latest.value)),
                      unit: one.unit,
                    }),
                    day: words.shortDay(one.latest.on),
                  })}`}
              </span>
              {stands && <Tag kind={one.disputed ? "late" : "quiet"}>{stands}</Tag>}
            </p>
            <IndicatorChart indicator={one} />
            {!props.deleted && (
              <Button
                small
                aria-label={t("indicator.observeOf", { name: one.name })}
                onPress={() => opener.act("ObserveHere", { indicator: one.id })}
              >
                {t("plain.title.Observe")}
              </Button>
            )}
          </div>
        );
      })}
    </Part>
  );
}
