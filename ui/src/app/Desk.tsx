// Either a workspace is open, and the workbench shows it, or the start screen helps to one.
import { type Dispatch, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Help, StartScreen } from "../features/start/StartScreen";
import { useAsk, useForget, useRun, useShell } from "../queries/door";
import { Wait } from "../shared/ui/bits";
import { useTranslations } from "../strings/words";
import { HelpWindow } from "./HelpWindow";
import { LanguageMenu } from "./SettingsMenu";
import type { Settings } from "./settings";
import { practice } from "./tour-steps";
import { useMenu } from "./use-menu";
import type { Step, View } from "./view";
import { Workbench } from "./Workbench";

type Props = {
  /** The workspace of which the view is at the start. */
  first: string | null;
  view: View;
  go: Dispatch<Step>;
  settings: Settings;
  /** Shows a workspace as it was left. */
  restore: (file: string) => void;
};

export function Desk({ restore, first, ...props }: Props) {
  const t = useTranslations();
  const shell = useShell();
  const run = useRun();
  const forget = useForget();
  const workspace = useAsk("Workspace", {}, { keep: true });
  const [refusal, setRefusal] = useState<string>();
  const [starting, setStarting] = useState(true);
  const asked = useRef(false);
  const [help, setHelp] = useState<Help | null>(null);
  useMenu();

  const file = workspace.data?.file ?? null;
  const [shown, setShown] = useState(first);
  useLayoutEffect(() => {
    if (file === null || file === shown) return;
    restore(file);
    setShown(file);
  }, [file, shown, restore]);

  const opened = useCallback(async () => {
    await forget();
    setShown(null);
  }, [forget]);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const launch = async () => {
      try {
        const grant = await shell.takeLaunchFile();
        if (grant) {
          await run("Open", { file: grant.grant });
          await opened();
        }
      } catch (reason) {
        setRefusal(reason instanceof Error ? reason.message : String(reason));
      } finally {
        setStarting(false);
      }
    };
    void launch();
  }, [shell, run, opened]);

  useEffect(() => {
    void shell.setTitle(workspace.data ? `${workspace.data.name} – ${t("app.name")}` : t("app.name"));
  }, [shell, workspace.data, t]);

  if (workspace.data && !workspace.isError && shown === file) {
    return <Workbench {...props} workspace={workspace.data} onOpened={opened} />;
  }
  if (starting || workspace.isPending || (file !== null && !workspace.isError))
    return <Wait label={t("app.loading")} />;
  return (
    <>
      <StartScreen
        onHelp={setHelp}
        letters={props.settings.letters}
        onOpened={() => void opened()}
        practice={practice(t("start.practiceName"))}
        refusal={refusal}
        language={<LanguageMenu settings={props.settings} />}
      />
      {help && <HelpWindow help={help} language={props.settings.language} onClose={() => setHelp(null)} />}
    </>
  );
}
