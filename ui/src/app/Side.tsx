// The views at the side: what is to be reviewed, everything by kind, by source, by actor, and the bin.
import { type Dispatch, Fragment, type ReactNode, type Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useAsk } from "../queries/door";
import { keyed } from "../shared/keys/keyed";
import { Problem } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import { headings, queueNumbers, queues, reportLines } from "./queues";
import { type Place, placeKey, type Step, samePlace, type View } from "./view";

export function Side({ view, go, ref }: { view: View; go: Dispatch<Step>; ref: Ref<HTMLElement> }) {
  const { t, number } = useWords();
  const counts = useAsk("Counts", {}, { keep: true });
  const views = useAsk("Views", {}, { keep: true });
  const data = counts.data;
  const line = (place: Place, label: ReactNode, count: number | undefined, more: Partial<LineProps> = {}) => (
    <SideLine
      key={placeKey(place)}
      on={
        samePlace(view.place, place) && (view.filter === "" || place.at !== "queue" || place.queue !== "all")
      }
      count={count === undefined ? "" : number(count)}
      onPress={() => go({ do: "go", place, ...(more.item ? { item: more.item } : {}) })}
      {...more}
    >
      {label}
    </SideLine>
  );
  const reportsUnder = (heading: (typeof reportLines)[number]["under"]) =>
    reportLines
      .filter((one) => one.under === heading)
      .map((one) => line({ at: "report", report: one.report }, t(`report.title.${one.report}`), undefined));
  return (
    <nav className="side" aria-label={t("side.label")} ref={ref}>
      <Problem message={counts.error?.message} />
      {headings.map((heading) => (
        <Fragment key={heading}>
          <h2>{t(`side.${heading}`)}</h2>
          <ul>
            {queues
              .filter((one) => one.under === heading)
              .map((one) =>
                line(
                  { at: "queue", queue: one.queue },
                  t(`queue.${one.queue}`, queueNumbers(one.queue)),
                  data?.[one.count],
                  {
                    late: Boolean(one.late) && (data?.[one.count] ?? 0) > 0,
                    ...(one.stroke ? { stroke: one.stroke } : {}),
                  },
                ),
              )}
            {reportsUnder(heading)}
          </ul>
        </Fragment>
      ))}
      {views.data && views.data.length > 0 && (
        <>
          <h2>{t("side.views")}</h2>
          <ul>
            {views.data.map((one) => {
              const place: Place =
                one.list === "recommendations"
                  ? { at: "recommendations", source: null }
                  : { at: "queue", queue: "all" };
              const group = one.group ?? null;
              return (
                <SideLine
                  key={one.id}
                  on={samePlace(view.place, place) && view.filter === one.filter && view.group === group}
                  count=""
                  title={one.filter}
                  onPress={() => go({ do: "go", place, filter: one.filter, group })}
                >
                  <bdi>{one.name}</bdi>
                </SideLine>
              );
            })}
          </ul>
        </>
      )}
      <h2>{t("side.everything")}</h2>
      <ul>
        {line({ at: "queue", queue: "all" }, t("queue.all"), data?.all)}
        {line({ at: "recommendations", source: null }, t("side.recommendations"), undefined)}
        {line({ at: "sources" }, t("side.sources"), data?.sources.length)}
        {line({ at: "actors" }, t("side.actors"), undefined)}
        {line({ at: "picture", picture: "status_lead" }, t("picture.label"), undefined, {
          stroke: "shift+p",
        })}
        {reportsUnder("everything")}
        {line({ at: "compare" }, t("compare.title"), undefined, { stroke: "shift+d" })}
        {line({ at: "diary" }, t("diary.title"), undefined, { stroke: "shift+h" })}
        {line({ at: "bin" }, t("side.bin"), data?.bin)}
      </ul>
      {data && data.sources.length > 0 && (
        <>
          <h2>{t("side.bySource")}</h2>
          <ul>
            {data.sources.map((source) =>
              line(
                { at: "recommendations", source: { id: source.id, ref: source.ref, name: source.title } },
                <bdi>{source.ref}</bdi>,
                source.recommendations,
                { item: source.id, title: source.title },
              ),
            )}
          </ul>
        </>
      )}
      {data && data.actors.length > 0 && (
        <>
          <h2>{t("side.byLead")}</h2>
          <ul>
            {data.actors.map((actor) =>
              line(
                { at: "lead", lead: { id: actor.id, ref: actor.ref, name: actor.name } },
                <bdi>{actor.ref.length <= 24 ? actor.ref : actor.name}</bdi>,
                actor.leads,
                { item: actor.id, title: actor.name, depth: actor.depth },
              ),
            )}
          </ul>
        </>
      )}
    </nav>
  );
}

type LineProps = { late: boolean; stroke: string; item: string; title: string; depth: number };

function SideLine(
  props: Partial<LineProps> & { on: boolean; count: string; onPress: () => void; children: ReactNode },
) {
  return (
    <li style={props.depth ? { paddingInlineStart: `${Math.min(props.depth, 5) * 14}px` } : undefined}>
      <AriaButton
        className={`side-line${props.on ? " on" : ""}${props.late ? " late" : ""}`}
        aria-current={props.on ? "page" : undefined}
        onPress={props.onPress}
        ref={keyed(props.stroke)}
      >
        <span className="side-word" dir="auto" title={props.title}>
          {props.children}
        </span>
        <span className="side-count">{props.count}</span>
      </AriaButton>
    </li>
  );
}
