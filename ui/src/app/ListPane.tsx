// The middle pane: which list a place shows, under which headline, and what to do when it is empty.
import { memo, useCallback, useMemo, useRef } from "react";
import { commitmentColumns } from "../features/commitment/columns";
import type { FilterRefusal } from "../features/list/FilterBox";
import { gridGroups } from "../features/list/groups";
import { ListHead, Tools } from "../features/list/Head";
import { OverdueEmpty, OverdueHead } from "../features/list/Overdue";
import { recommendationColumns } from "../features/recommendation/columns";
import { useAsk } from "../queries/door";
import { useTrial } from "../queries/long";
import { useOpener } from "../queries/opener";
import { firstPage, type RowsAsk, type RowsReply } from "../queries/rows";
import type { Queue } from "../queries/types";
import { Button } from "../shared/ui/Button";
import { Empty } from "../shared/ui/bits";
import { later } from "../shared/ui/later";
import { useWords, type Words } from "../strings/words";
import { ActorsAndSources, EmptyWorkspace, type ListProps } from "./ActorsAndSources";
import { askOf } from "./ask";
import { hasAges, queueNumbers } from "./queues";
import { Rows } from "./Rows";
import { placeKey } from "./view";

const BinList = later(async () => (await import("./OtherPanes")).BinList);
const PicturePane = later(async () => (await import("./PicturePane")).PicturePane);
const CompareList = later(async () => (await import("./OtherPanes")).CompareList);
const DiaryList = later(async () => (await import("./OtherPanes")).DiaryList);
const SearchPlace = later(async () => (await import("./SearchPlace")).SearchPlace);
const ReportList = later(async () => (await import("./OtherPanes")).ReportList);

type OfAsk = ListProps & { ask: RowsAsk };

/** With how many there are, where they are counted. */
const queueTitle = (t: Words["t"], queue: Queue, reply: RowsReply | undefined) =>
  reply?.counted
    ? t(`queueTitle.${queue}`, { count: reply.total, ...queueNumbers(queue) })
    : t(`queue.${queue}`, queueNumbers(queue));
/** What is said of their number; its room, while they are counted. */
const told = (reply: RowsReply | undefined, say: (count: number) => string) =>
  reply && (reply.counted ? say(reply.total) : "\u00a0");

/** Of what ages they are; null while that is counted. */
const bandsOf = (reply: RowsReply | undefined, queue: Queue | null) =>
  !reply || queue === null || !hasAges(queue) ? undefined : reply.counted ? reply.bands : null;

const commitments = (reply: RowsReply) => ("items" in reply ? reply.items : reply.commitments);
const recommendations = (reply: RowsReply) => ("items" in reply ? [] : reply.recommendations);

export const ListPane = memo(function ListPane(props: ListProps) {
  const { view } = props;
  const { place } = view;
  const ask = askOf(view);
  return (
    <main className="list" key={placeKey(place)} tabIndex={-1}>
      {ask?.name === "Overdue" ? (
        <OverdueList {...props} ask={ask} />
      ) : ask?.args.kind === "recommendations" ? (
        <RecommendationList {...props} ask={ask} />
      ) : ask ? (
        <CommitmentList {...props} ask={ask} />
      ) : place.at === "report" ? (
        <ReportList key={placeKey(place)} {...props} report={place.report} given={place.given} />
      ) : place.at === "picture" ? (
        <PicturePane {...props} picture={place.picture} />
      ) : place.at === "compare" ? (
        <CompareList {...props} />
      ) : place.at === "diary" ? (
        <DiaryList {...props} />
      ) : place.at === "search" ? (
        <SearchPlace {...props} place={place} />
      ) : place.at === "bin" ? (
        <BinList {...props} />
      ) : (
        <ActorsAndSources {...props} />
      )}
    </main>
  );
});

/** Filter and groups of a list, tried before they are shown. */
function useTools(
  { view, go, workspace, perform, review, onList }: ListProps,
  of: "commitments" | "recommendations",
  ask: { queue: Queue | null; lead?: string | null; source?: string | null },
) {
  const trial = useTrial();
  const opener = useOpener();
  const shown = useRef<RowsAsk | null>(null);
  const onListShown = useCallback(
    (list: { ask: RowsAsk; label: string }) => {
      shown.current = list.ask;
      onList(list);
    },
    [onList],
  );
  return {
    onList: onListShown,
    of,
    filter: view.filter,
    group: view.group,
    onFilter: async (filter: string): Promise<FilterRefusal | null> => {
      // It is asked as the list will ask it, so the list finds it answered.
      const list = shown.current;
      const tried =
        filter === "" || !list
          ? trial.stop()
          : await trial.ask(...firstPage({ ...list, args: { ...list.args, filter } } as RowsAsk));
      if (tried === "ended") return null;
      if (!tried) go({ do: "filter", filter });
      return tried ?? null;
    },
    onStop: trial.stop,
    onReview: of === "commitments" ? () => perform("review") : null,
    waits: of === "commitments" ? review.waits : null,
    onGoOn: () => perform("go-on-review"),
    onGroup: (group: string | null) => go({ do: "filter", group }),
    onSave: workspace.read_only
      ? null
      : () => opener.act("SaveView", { filter: view.filter, list: of, group: view.group ?? "" }),
    many:
      workspace.read_only || view.asOf !== null || view.known !== null
        ? null
        : { list: of, filter: ask.lead ? null : asFilter(view.filter, ask) || null },
    // What is listed as of another day may not be what would be changed, and a filter takes a lead with those under it.
    onMany:
      workspace.read_only || view.asOf !== null || ask.lead
        ? null
        : () => opener.act("SetMany", { filter: asFilter(view.filter, ask), list: of }),
  };
}

/** A list as its filter alone; nothing where it is all there is, so that all is only changed when that is said. */
function asFilter(
  filter: string,
  { queue, source }: { queue: Queue | null; source?: string | null },
): string {
  const place = [queue && queue !== "all" ? `queue:${queue}` : "", source ? `source:${source}` : ""];
  return [...place, filter].filter((part) => part !== "").join(" ");
}

function OverdueList(props: OfAsk) {
  const { view, go, workspace } = props;
  const words = useWords();
  const { t } = words;
  // The side asks them.
  const counts = useAsk("Counts", {}, { keep: true, when: false });
  const columns = useMemo(
    () => commitmentColumns(words, { lead: view.group !== "lead", overdue: true }),
    [words, view.group],
  );
  const groups = useMemo(() => view.group && gridGroups(words, view.group), [words, view.group]);
  const { many, onList, ...tools } = useTools(props, "commitments", {
    queue: "overdue",
    lead: view.onlyLead?.id ?? null,
    source: view.onlySource?.id ?? null,
  });
  return (
    <Rows
      {...props}
      gridKey={`${view.filter} ${view.group} ${view.onlySource?.id} ${view.onlyLead?.id}`}
      noun="commitments"
      onList={onList}
      many={many}
      label={t("queue.overdue")}
      pick={commitments}
      columns={columns}
      {...(groups ? { groups } : {})}
      head={(reply) => (
        <OverdueHead
          reply={reply && "moved" in reply ? reply : undefined}
          tools={tools}
          source={view.onlySource}
          lead={view.onlyLead}
          sources={counts.data?.sources ?? []}
          leads={counts.data?.actors ?? []}
          onFilter={(filter) => go({ do: "filter", ...filter })}
        />
      )}
      empty={
        workspace.empty ? (
          <EmptyWorkspace {...props} />
        ) : view.filter ? (
          <NoneAdmitted />
        ) : (
          <OverdueEmpty asOf={view.asOf} />
        )
      }
    />
  );
}

function NoneAdmitted() {
  const { t } = useWords();
  return (
    <Empty>
      <p>{t("list.noneAdmitted")}</p>
    </Empty>
  );
}

function CommitmentList(props: OfAsk) {
  const { view, workspace } = props;
  const words = useWords();
  const { t } = words;
  const { place } = view;
  const lead = place.at === "lead" ? place.lead : null;
  const queue = place.at === "queue" ? place.queue : "all";
  const columns = useMemo(
    () =>
      commitmentColumns(words, {
        lead: lead === null && queue !== "no_lead" && view.group !== "lead",
        overdue: false,
      }),
    [words, lead, queue, view.group],
  );
  const groups = useMemo(() => view.group && gridGroups(words, view.group), [words, view.group]);
  const asked = { queue, lead: lead?.id ?? null };
  const { many, onList, ...tools } = useTools(props, "commitments", asked);
  return (
    <Rows
      {...props}
      gridKey={`${view.filter} ${view.group}`}
      noun="commitments"
      onList={onList}
      many={many}
      label={lead ? lead.name : t(`queue.${queue}`, queueNumbers(queue))}
      pick={commitments}
      columns={columns}
      {...(groups ? { groups } : {})}
      head={(reply) => (
        <ListHead
          title={lead ? <span dir="auto">{lead.name}</span> : queueTitle(t, queue, reply)}
          sum={
            lead
              ? told(reply, (count) => t("side.leadsCount", { count }))
              : (reply === undefined || reply.total > 0) && t(`queueSum.${queue}`)
          }
          bands={bandsOf(reply, lead ? null : queue)}
        >
          <Tools {...tools} />
        </ListHead>
      )}
      empty={
        workspace.empty ? (
          <EmptyWorkspace {...props} />
        ) : view.filter ? (
          <NoneAdmitted />
        ) : (
          <Empty>
            <p>{lead ? t("queueEmpty.lead") : t(`queueEmpty.${queue}`, queueNumbers(queue))}</p>
          </Empty>
        )
      }
    />
  );
}

/** All recommendations, those of a source, or a queue of them. */
function RecommendationList(props: OfAsk) {
  const { view, perform } = props;
  const words = useWords();
  const { t } = words;
  const { place } = view;
  const source = place.at === "recommendations" ? place.source : null;
  const queue = place.at === "queue" ? place.queue : null;
  const columns = useMemo(() => recommendationColumns(words), [words]);
  const groups = useMemo(() => view.group && gridGroups(words, view.group), [words, view.group]);
  const asked = { source: source?.id ?? null, queue };
  const { many, onList, ...tools } = useTools(props, "recommendations", asked);
  return (
    <Rows
      {...props}
      gridKey={`${view.filter} ${view.group}`}
      noun="recommendations"
      onList={onList}
      many={many}
      label={queue ? t(`queue.${queue}`, queueNumbers(queue)) : (source?.name ?? t("side.recommendations"))}
      pick={recommendations}
      columns={columns}
      {...(groups ? { groups } : {})}
      head={(reply) => (
        <ListHead
          title={
            queue ? (
              queueTitle(t, queue, reply)
            ) : source ? (
              <span dir="auto">{source.name}</span>
            ) : (
              t("side.recommendations")
            )
          }
          sum={queue ? t(`queueSum.${queue}`) : told(reply, (count) => t("list.recommendations", { count }))}
          bands={bandsOf(reply, queue)}
        >
          <Tools {...tools} />
        </ListHead>
      )}
      empty={
        view.filter ? (
          <NoneAdmitted />
        ) : queue ? (
          <Empty>
            <p>{t(`queueEmpty.${queue}`, queueNumbers(queue))}</p>
          </Empty>
        ) : (
          <Empty title={t("empty.recommendations")}>
            <Button weight="main" onPress={() => perform("new-recommendation")}>
              {t("actions.new-recommendation")}
            </Button>
          </Empty>
        )
      }
    />
  );
}
