// The pictures in the middle pane: the frame's filter box and heading around them, and where their marks lead.
import type { Dispatch } from "react";
import { FilterBox } from "../features/list/FilterBox";
import { ListHead } from "../features/list/Head";
import type { PictureName } from "../features/picture/names";
import { PictureView } from "../features/picture/PictureView";
import type { Goto } from "../features/picture/shown";
import type { WorkspaceReply } from "../queries/types";
import type { ListView, Step } from "./view";

export function PicturePane(props: {
  view: ListView;
  go: Dispatch<Step>;
  workspace: WorkspaceReply;
  picture: PictureName;
}) {
  const { view, go, workspace } = props;
  const open = (to: Goto) => {
    if ("item" in to) {
      go({ do: "open", item: to.item });
      return;
    }
    const asOf = to.day === undefined ? view.asOf : to.day === workspace.today ? null : to.day;
    const place = to.lead
      ? ({ at: "lead", lead: to.lead } as const)
      : ({ at: "queue", queue: "all" } as const);
    go({ do: "follow", place, filter: to.filter, asOf });
  };
  return (
    <PictureView
      picture={props.picture}
      filter={view.filter}
      asOf={view.asOf ?? workspace.today}
      workspace={workspace.name}
      onPicture={(picture) => go({ do: "go", place: { at: "picture", picture } })}
      onOpen={open}
      head={(title, sum, tools) => (
        <ListHead title={title} sum={sum}>
          {tools}
        </ListHead>
      )}
      filterBox={(trial) => (
        <FilterBox
          value={view.filter}
          onApply={async (filter) => {
            const tried = await trial.ask(filter);
            if (tried === "ended") return null;
            if (!tried) go({ do: "filter", filter });
            return tried;
          }}
          onStop={trial.stop}
          onSave={null}
        />
      )}
    />
  );
}
