// The views at the side: what is to be reviewed, everything by kind, by source, by actor, and the bin.
import {
  type Dispatch,
  Fragment,
  memo,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useAsk } from "../queries/door";
import { ariaKeys, type Stroke } from "../shared/keys/keys";
import { Press } from "../shared/ui/Button";
import { Problem } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import { headings, queueNumbers, queues, reportLines } from "./queues";
import { type Place, placeKey, type Step, samePlace } from "./view";

type Props = {
  place: Place;
  filter: string;
  group: string | null;
  go: Dispatch<Step>;
  /** The pointer or the focus is at what takes this step. */
  foresee: Dispatch<Step>;
  ref: Ref<HTMLElement>;
};

/** Whether it was drawn before. */
let known = false;

/** The list is what one came for: at the start it is drawn first, and the side as soon as that is done. */
export const Side = memo(function Side({ ref, ...props }: Props) {
  const { t } = useWords();
  const after = useDeferredValue(true, known);
  useEffect(() => {
    known = true;
  }, []);
  return (
    <nav className="side" aria-label={t("side.label")} ref={ref}>
      {after && <Lines {...props} />}
    </nav>
  );
});

function Lines({ place: here, filter, group, go, foresee }: Omit<Props, "ref">) {
  const { t, number } = useWords();
  const counts = useAsk("Counts", {}, { keep: true });
  const views = useAsk("Views", {}, { keep: true });
  const data = counts.data;
  const line = (place: Place, word: string, count: number | undefined, more: Partial<LineProps> = {}) => (
    <SideLine
      key={placeKey(place)}
      on={samePlace(here, place) && (filter === "" || place.at !== "queue" || place.queue !== "all")}
      count={count === undefined ? "" : number(count)}
      {...{ place, word, go, foresee }}
      {...more}
    />
  );
  const reportsUnder = (heading: (typeof reportLines)[number]["under"]) =>
    reportLines
      .filter((one) => one.under === heading)
      .map((one) => line({ at: "report", report: one.report }, t(`report.title.${one.report}`), undefined));
  return (
    <>
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
              const of = one.group ?? null;
              return (
                <SideLine
                  key={one.id}
                  on={samePlace(here, place) && filter === one.filter && group === of}
                  count=""
                  word={one.name}
                  title={one.filter}
                  {...{ place, go, foresee }}
                  narrowed={{ filter: one.filter, group: of }}
                />
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
      <Many
        title={t("side.bySource")}
        all={data?.sources ?? []}
        isHere={({ id }) => here.at === "recommendations" && here.source?.id === id}
        draw={(source) =>
          line(
            { at: "recommendations", source: { id: source.id, ref: source.ref, name: source.title } },
            source.ref,
            source.recommendations,
            { item: source.id, title: source.title },
          )
        }
      />
      <Many
        title={t("side.byLead")}
        all={data?.actors ?? []}
        isHere={({ id }) => here.at === "lead" && here.lead.id === id}
        draw={(actor) =>
          line(
            { at: "lead", lead: { id: actor.id, ref: actor.ref, name: actor.name } },
            actor.ref.length <= 24 ? actor.ref : actor.name,
            actor.leads,
            { item: actor.id, title: actor.name, depth: actor.depth },
          )
        }
      />
    </>
  );
}

/** A section of more lines than `most` begins with `few`, for hundreds of them take longer to draw than the list. */
const LINES = { most: 30, few: 25 };

function Many<T extends { id: string }>(props: {
  title: string;
  all: readonly T[];
  /** Whether it is the place that is shown: its line stands among the first in any case. */
  isHere: (one: T) => boolean;
  draw: (one: T) => ReactNode;
}) {
  const { t } = useWords();
  const { all } = props;
  const [whole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is gone: the focus goes on to the first line that came.
    if (whole) list.current?.children[LINES.few]?.querySelector("button")?.focus();
  }, [whole]);
  if (all.length === 0) return null;
  const isWhole = whole || all.length <= LINES.most;
  const shown = isWhole ? all : all.filter((one, at) => at < LINES.few || props.isHere(one));
  return (
    <>
      <h2>{props.title}</h2>
      <ul ref={list}>
        {shown.map(props.draw)}
        {!isWhole && (
          <li>
            <Press
              className="side-line"
              aria-label={`${props.title}: ${t("side.all", { count: all.length })}`}
              onPress={() => setWhole(true)}
            >
              {t("side.all", { count: all.length })}
            </Press>
          </li>
        )}
      </ul>
    </>
  );
}

type LineProps = {
  place: Place;
  /** The filter and groups of a saved view. */
  narrowed: { filter: string; group: string | null };
  go: Dispatch<Step>;
  foresee: Dispatch<Step>;
  word: string;
  count: string;
  on: boolean;
  late: boolean;
  stroke: Stroke;
  item: string;
  title: string;
  depth: number;
};

/** Milliseconds that the pointer stays on a line that is meant: over others it passes. */
const MEANT = 40;

type Line = Partial<LineProps> & Pick<LineProps, "place" | "go" | "foresee" | "word" | "count" | "on">;

/**
 * Drawn again only where something of it is another: there are many, and one or two change.
 */
const SideLine = memo(
  function SideLine({ place, go, foresee, narrowed, item, ...props }: Line) {
    const next: Step = { do: "go", place, ...narrowed, ...(item ? { item } : {}) };
    const stays = useRef(0);
    return (
      <li style={props.depth ? { paddingInlineStart: `${Math.min(props.depth, 5) * 14}px` } : undefined}>
        <button
          type="button"
          className={`side-line${props.on ? " on" : ""}${props.late ? " late" : ""}`}
          aria-current={props.on ? "page" : undefined}
          aria-keyshortcuts={props.stroke && ariaKeys(props.stroke)}
          onClick={() => go(next)}
          onFocus={() => foresee(next)}
          onPointerEnter={() => {
            stays.current = window.setTimeout(() => foresee(next), MEANT);
          }}
          onPointerLeave={() => clearTimeout(stays.current)}
        >
          <span className="side-word" dir="auto" title={props.title}>
            {props.word}
          </span>
          <span className="side-count">{props.count}</span>
        </button>
      </li>
    );
  },
  (a, b) => JSON.stringify(a) === JSON.stringify(b) && a.go === b.go,
);
