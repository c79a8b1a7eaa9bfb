// The window that is open over the workspace, if one is; each is loaded when it is opened first. A new window is one line here
// and its name in `view.ts`.
import type { Dispatch, ReactNode } from "react";
import type { PlainName } from "../features/plain/forms";
import type { Help } from "../features/start/StartScreen";
import type { ItemPage, WorkspaceReply } from "../queries/types";
import { later } from "../shared/ui/later";
import type { ActionId, Here } from "./actions";
import { HelpWindow } from "./HelpWindow";
import type { Settings } from "./settings";
import type { Explained } from "./terms";
import type { Review } from "./use-review";
import type { Step, View, WindowName } from "./view";

const PaletteWindow = later(async () => (await import("./PaletteWindow")).PaletteWindow);
const ExportWindow = later(async () => (await import("../features/summary/ExportWindow")).ExportWindow);
const CatalogueWindow = later(
  async () => (await import("../features/workspace/CatalogueWindow")).CatalogueWindow,
);
const Letter = later(async () => (await import("../features/actor/Letter")).Letter);
const CheckWindow = later(async () => (await import("../features/workspace/CheckWindow")).CheckWindow);
const AsOfWindow = later(async () => (await import("./Windows")).AsOfWindow);
const NewWindow = later(async () => (await import("./Windows")).NewWindow);
const RecentWindow = later(async () => (await import("./Windows")).RecentWindow);

type Props = {
  view: View;
  go: Dispatch<Step>;
  settings: Settings;
  workspace: WorkspaceReply;
  perform: (id: ActionId) => void;
  page: ItemPage | undefined;
  here: Here;
  forms: readonly PlainName[];
  openForm: (command: PlainName) => void;
  waits: Review["waits"];
  reviewable: boolean;
  /** What the manual is opened at. */
  explained: readonly Explained[];
  onOpened: () => Promise<void>;
};

export function OpenWindow(props: Props) {
  const { view, go, workspace, page, onOpened } = props;
  const close = () => go({ do: "window", window: null });
  const help = (which: Help) => (
    <HelpWindow
      help={which}
      language={props.settings.language}
      explained={props.explained}
      file={workspace.file}
      onClose={close}
    />
  );
  // Those of the columns and of pasted cells stand with the list.
  const windows: { [name in Exclude<WindowName, null>]?: () => ReactNode } = {
    palette: () => <PaletteWindow {...props} />,
    export: () => (
      <ExportWindow
        workspace={workspace.name}
        asOf={view.asOf ?? workspace.today}
        source={view.place.at === "recommendations" ? view.place.source : view.onlySource}
        lead={view.place.at === "lead" ? view.place.lead : view.onlyLead}
        onClose={close}
      />
    ),
    letter: () => page?.type === "actor" && <Letter actor={page} onClose={close} />,
    check: () => <CheckWindow onClose={close} />,
    catalogue: () => <CatalogueWindow onOpen={(item) => go({ do: "open", item })} onClose={close} />,
    "as-of": () => <AsOfWindow {...props} />,
    new: () => <NewWindow {...props} />,
    recent: () => <RecentWindow {...props} onOpened={onOpened} />,
    keys: () => help("keys"),
    manual: () => help("manual"),
    about: () => help("about"),
  };
  return view.window && windows[view.window]?.();
}
