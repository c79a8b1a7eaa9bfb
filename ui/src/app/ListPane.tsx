// The middle pane: which list a place shows, under which headline, and what to do when it is empty.
import { type Dispatch, type ReactNode, type Ref, useMemo } from "react";
import { actorColumns } from "../features/actor/columns";
import { Bin } from "../features/bin/Bin";
import { commitmentColumns } from "../features/commitment/columns";
import { OverdueEmpty, OverdueHead, overdueGroups } from "../features/commitment/Overdue";
import { recommendationColumns } from "../features/recommendation/columns";
import { sourceColumns } from "../features/source/columns";
import { useAsk } from "../queries/door";
import type { RowsReply } from "../queries/rows";
import type { WorkspaceReply } from "../queries/types";
import type { GridHandle } from "../shared/grid/Grid";
import { Button } from "../shared/ui/Button";
import { Empty, Own } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import type { ActionId } from "./actions";
import { Rows } from "./Rows";
import { placeKey, type Step, type View } from "./view";

type Props = {
  view: View;
  go: Dispatch<Step>;
  workspace: WorkspaceReply;
  perform: (id: ActionId) => void;
  onAt: (index: number, total: number) => void;
  grid: Ref<GridHandle>;
  focusItem: () => void;
};

const commitments = (reply: RowsReply) => ("items" in reply ? reply.items : reply.commitments);
const recommendations = (reply: RowsReply) => ("items" in reply ? [] : reply.recommendations);
const actors = (reply: RowsReply) => ("items" in reply ? [] : reply.actors);
const sources = (reply: RowsReply) => ("items" in reply ? [] : reply.sources);

export function ListPane(props: Props) {
  const { view } = props;
  const { place } = view;
  return (
    <main className="list" key={placeKey(place)}>
      {place.at === "queue" && place.queue === "overdue" ? (
        <OverdueList {...props} />
      ) : place.at === "queue" || place.at === "lead" ? (
        <CommitmentList {...props} />
      ) : place.at === "bin" ? (
        <BinList {...props} />
      ) : (
        <OtherList {...props} />
      )}
    </main>
  );
}

export function ListHead(props: { title: ReactNode; sum?: ReactNode; children?: ReactNode }) {
  return (
    <header className="list-head">
      <h1>{props.title}</h1>
      {props.sum && <p className="sum">{props.sum}</p>}
      {props.children}
    </header>
  );
}

function EmptyWorkspace({ perform }: Props) {
  const { t } = useWords();
  return (
    <Empty title={t("empty.title")}>
      <p>{t("empty.text")}</p>
      <p className="row-acts">
        <Button weight="main" onPress={() => perform("new-source")}>
          {t("actions.new-source")}
        </Button>
        <Button onPress={() => perform("load-catalogue")}>{t("actions.load-catalogue")}</Button>
      </p>
    </Empty>
  );
}

function OverdueList(props: Props) {
  const { view, go, workspace } = props;
  const words = useWords();
  const { t } = words;
  const counts = useAsk("Counts", {}, { keep: true });
  const columns = useMemo(
    () => commitmentColumns(words, { lead: !view.grouped, overdue: true }),
    [words, view.grouped],
  );
  const groups = useMemo(() => overdueGroups(words), [words]);
  return (
    <Rows
      {...props}
      gridKey={`${view.grouped} ${view.onlySource?.id} ${view.onlyLead?.id}`}
      label={t("queue.overdue")}
      ask={{
        name: "Overdue",
        args: {
          by_lead: view.grouped,
          lead: view.onlyLead?.id ?? null,
          source: view.onlySource?.id ?? null,
        },
      }}
      pick={commitments}
      columns={columns}
      {...(view.grouped ? { groups } : {})}
      head={(reply) => (
        <OverdueHead
          reply={reply && "bands" in reply ? reply : undefined}
          grouped={view.grouped}
          source={view.onlySource}
          lead={view.onlyLead}
          sources={counts.data?.sources ?? []}
          leads={counts.data?.actors ?? []}
          onFilter={(filter) => go({ do: "filter", ...filter })}
        />
      )}
      empty={
        workspace.recommendations === 0 ? <EmptyWorkspace {...props} /> : <OverdueEmpty asOf={view.asOf} />
      }
    />
  );
}

function CommitmentList(props: Props) {
  const { view, workspace } = props;
  const words = useWords();
  const { t } = words;
  const { place } = view;
  const lead = place.at === "lead" ? place.lead : null;
  const queue = place.at === "queue" ? place.queue : "all";
  const columns = useMemo(
    () => commitmentColumns(words, { lead: lead === null && queue !== "no_lead", overdue: false }),
    [words, lead, queue],
  );
  return (
    <Rows
      {...props}
      label={lead ? lead.name : t(`queue.${queue}`)}
      ask={{ name: "List", args: { kind: "commitments", queue, lead: lead?.id ?? null } }}
      pick={commitments}
      columns={columns}
      head={(reply) => (
        <ListHead
          title={
            lead ? (
              <span dir="auto">{lead.name}</span>
            ) : reply ? (
              t(`queueTitle.${queue}`, { count: reply.total })
            ) : (
              t(`queue.${queue}`)
            )
          }
          sum={
            lead
              ? reply && t("side.leadsCount", { count: reply.total })
              : (reply === undefined || reply.total > 0) && t(`queueSum.${queue}`)
          }
        />
      )}
      empty={
        workspace.recommendations === 0 ? (
          <EmptyWorkspace {...props} />
        ) : (
          <Empty>
            <p>{lead ? t("queueEmpty.lead") : t(`queueEmpty.${queue}`)}</p>
          </Empty>
        )
      }
    />
  );
}

function OtherList(props: Props) {
  const { view, perform } = props;
  const words = useWords();
  const { t } = words;
  const { place } = view;
  if (place.at === "actors") {
    return (
      <Rows
        {...props}
        label={t("side.actors")}
        ask={{ name: "List", args: { kind: "actors" } }}
        pick={actors}
        columns={actorColumns(words)}
        head={(reply) => (
          <ListHead title={t("side.actors")} sum={reply && t("list.actors", { count: reply.total })} />
        )}
        empty={
          <Empty title={t("empty.actors")}>
            <Button weight="main" onPress={() => perform("new-actor")}>
              {t("actions.new-actor")}
            </Button>
          </Empty>
        }
      />
    );
  }
  if (place.at === "sources") {
    return (
      <Rows
        {...props}
        label={t("side.sources")}
        ask={{ name: "List", args: { kind: "sources" } }}
        pick={sources}
        columns={sourceColumns(words)}
        head={(reply) => (
          <ListHead title={t("side.sources")} sum={reply && t("list.sources", { count: reply.total })} />
        )}
        empty={<EmptyWorkspace {...props} />}
      />
    );
  }
  const source = place.at === "recommendations" ? place.source : null;
  return (
    <Rows
      {...props}
      label={source?.name ?? t("side.recommendations")}
      ask={{ name: "List", args: { kind: "recommendations", source: source?.id ?? null } }}
      pick={recommendations}
      columns={recommendationColumns(words)}
      head={(reply) => (
        <ListHead
          title={source ? <span dir="auto">{source.name}</span> : t("side.recommendations")}
          sum={reply && t("list.recommendations", { count: reply.total })}
        />
      )}
      empty={
        <Empty title={t("empty.recommendations")}>
          <Button weight="main" onPress={() => perform("new-recommendation")}>
            {t("actions.new-recommendation")}
          </Button>
        </Empty>
      }
    />
  );
}

function BinList({ go }: Props) {
  const { t } = useWords();
  return (
    <>
      <ListHead title={t("side.bin")} sum={<Own>{t("bin.sum")}</Own>} />
      <Bin onOpen={(item) => go({ do: "open", item })} />
    </>
  );
}
