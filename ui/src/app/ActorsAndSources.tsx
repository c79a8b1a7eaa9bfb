// The lists of actors and of sources, and what stands where a workspace has nothing yet.
import { type Dispatch, type RefObject, useMemo } from "react";
import { actorColumns } from "../features/actor/columns";
import { ListHead } from "../features/list/Head";
import { sourceColumns } from "../features/source/columns";
import type { RowsAsk, RowsReply } from "../queries/rows";
import type { WorkspaceReply } from "../queries/types";
import type { GridHandle } from "../shared/grid/Grid";
import { Button } from "../shared/ui/Button";
import { Empty } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import type { ActionId } from "./actions";
import { Rows } from "./Rows";
import type { Review } from "./use-review";
import type { ListView, Step } from "./view";

export type ListProps = {
  view: ListView;
  go: Dispatch<Step>;
  workspace: WorkspaceReply;
  perform: (id: ActionId) => void;
  onAt: (index: number, of: number | null) => void;
  grid: RefObject<GridHandle | null>;
  onList: (list: { ask: RowsAsk; label: string }) => void;
  review: Review;
  focusItem: () => void;
};

const actors = (reply: RowsReply) => ("items" in reply ? [] : reply.actors);
const sources = (reply: RowsReply) => ("items" in reply ? [] : reply.sources);

export function EmptyWorkspace({ perform }: ListProps) {
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

export function ActorsAndSources(props: ListProps) {
  const { view, perform } = props;
  const words = useWords();
  const { t } = words;
  const { place } = view;
  const columns = useMemo(() => ({ actors: actorColumns(words), sources: sourceColumns(words) }), [words]);
  if (place.at === "actors") {
    return (
      <Rows
        {...props}
        noun="actors"
        label={t("side.actors")}
        ask={{ name: "List", args: { kind: "actors" } }}
        pick={actors}
        columns={columns.actors}
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
        noun="sources"
        label={t("side.sources")}
        ask={{ name: "List", args: { kind: "sources" } }}
        pick={sources}
        columns={columns.sources}
        head={(reply) => (
          <ListHead title={t("side.sources")} sum={reply && t("list.sources", { count: reply.total })} />
        )}
        empty={<EmptyWorkspace {...props} />}
      />
    );
  }
  return null;
}
