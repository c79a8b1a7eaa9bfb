// The bar: which file, search, undo and redo, add, the as-of day, export, settings.
import { type Dispatch, memo } from "react";
import type { StepBack, WorkspaceReply } from "../queries/types";
import { Button, Caps, Press } from "../shared/ui/Button";
import { MenuButton } from "../shared/ui/Menu";
import { useWords } from "../strings/words";
import type { ActionId } from "./actions";
import { strokeOf } from "./actions";
import { commandWords } from "./command-words";
import { SettingsMenu } from "./SettingsMenu";
import type { Settings } from "./settings";
import type { Step } from "./view";

type Props = {
  /** The day as of which all is shown, where it is not today. */
  asOf: string | null;
  /** Whether the views at the side are out, in a narrow window. */
  side: boolean;
  go: Dispatch<Step>;
  workspace: WorkspaceReply;
  settings: Settings;
  perform: (id: ActionId) => void;
};

export const TopBar = memo(function TopBar({ asOf, side, go, workspace, settings, perform }: Props) {
  const words = useWords();
  const { t } = words;
  const what = (
    one: StepBack | null,
    sentence: "undo.does" | "undo.redoes",
    nothing: "undo.nothing" | "undo.nothingToRedo",
  ) => (one ? t(sentence, { what: commandWords(t, one.command), item: one.title ?? "" }) : t(nothing));
  const undoes = what(workspace.undo, "undo.does", "undo.nothing");
  const redoes = what(workspace.redo, "undo.redoes", "undo.nothingToRedo");
  return (
    <header className="bar">
      <span className="bar-menu">
        <Button weight="plain" aria-label={t("side.label")} onPress={() => go({ do: "side", out: !side })}>
          <svg viewBox="0 0 16 16" className="icon" aria-hidden="true">
            <path d="M2 4h12M2 8h12M2 12h12" />
          </svg>
        </Button>
      </span>
      <MenuButton
        weight="plain"
        label={
          <span className="file" dir="auto">
            {workspace.name}
          </span>
        }
        ariaLabel={t("file.menuOf", { name: workspace.name })}
        entries={(["new", "open", "open-recent", "save-copy", "new-window", "check"] as const).map((id) => ({
          id,
          label: t(`actions.${id}`),
          stroke: strokeOf(id),
        }))}
        onAct={(id) => perform(id as ActionId)}
      />
      {workspace.read_only && <span className="tag late">{t("file.readOnly")}</span>}
      <Press className="search" onPress={() => perform("palette")} shortcut="mod+k">
        <svg viewBox="0 0 16 16" className="icon" aria-hidden="true">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8 3.4 3.4" />
        </svg>
        <span>{t("app.search")}</span>
        <Caps stroke="mod+k" />
      </Press>
      <span className="undo">
        <span title={undoes}>
          <Button
            weight="plain"
            aria-label={undoes}
            shortcut="mod+z"
            isDisabled={!workspace.undo}
            onPress={() => perform("undo")}
          >
            <svg viewBox="0 0 16 16" className="icon flip" aria-hidden="true">
              <path d="M5.5 3 2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6" />
            </svg>
            <span className="wide-only">{t("actions.undo")}</span>
          </Button>
        </span>
        <span title={redoes}>
          <Button
            weight="plain"
            aria-label={redoes}
            shortcut="mod+shift+z"
            isDisabled={!workspace.redo}
            onPress={() => perform("redo")}
          >
            <svg viewBox="0 0 16 16" className="icon flip" aria-hidden="true">
              <path d="m10.5 3 3 3-3 3m2.7-3H6a3.5 3.5 0 0 0 0 7h4" />
            </svg>
          </Button>
        </span>
      </span>
      <span className="bar-end">
        <Button onPress={() => perform("add")} shortcut="n">
          {t("actions.add")}
        </Button>
        <Button
          data-term="as-of"
          onPress={() => perform("as-of")}
          shortcut="t"
          aria-label={t("asOf.change", { day: words.day(asOf ?? workspace.today) })}
        >
          <span className="wide-only">{t("asOf.button", { day: words.day(asOf ?? workspace.today) })}</span>
          <span className="small-only">{words.shortDay(asOf ?? workspace.today)}</span>
        </Button>
        <Button onPress={() => perform("export")} shortcut="mod+e">
          <span className="wide-only">{t("actions.export")}</span>
          <span className="small-only">{t("app.export")}</span>
        </Button>
        <SettingsMenu settings={settings} perform={perform} />
      </span>
    </header>
  );
});
