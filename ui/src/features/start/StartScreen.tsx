// The first screen, when no workspace is open: make one, open one, or practise with the sample.

import { type ReactNode, useId } from "react";
import { useAsk, useEdit, useShell } from "../../queries/door";
import { Button, Press } from "../../shared/ui/Button";
import { Problem, Wait } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";
import { RecentFiles } from "./RecentFiles";
import { type Practice, useFiles } from "./use-files";
import { useStartKeys } from "./use-start-keys";
import "./start.css";

/** What can be read before anything is open. */
export type Help = "manual" | "keys" | "about";

export function StartScreen(props: {
  onOpened: () => void;
  practice: Practice;
  refusal?: string | undefined;
  /** The choice of the language. */
  language: ReactNode;
  onHelp: (help: Help) => void;
  /** Whether single letters are keys. */
  letters: boolean;
}) {
  const { t } = useWords();
  const shell = useShell();
  const edit = useEdit();
  const recent = useAsk("Recent", {});

  const { create, open, reopen, practise } = useFiles(edit.attempt, props.practice, props.onOpened);
  const unlessBusy = (start: () => Promise<unknown>) => () => {
    if (!edit.busy) void start();
  };
  useStartKeys(
    {
      new: unlessBusy(create(false)),
      open: unlessBusy(open),
      "new-window": () => void edit.attempt(() => shell.newWindow()),
      manual: () => props.onHelp("manual"),
      keys: () => props.onHelp("keys"),
      about: () => props.onHelp("about"),
    },
    props.letters,
  );

  return (
    <main className="start">
      <div className="start-page">
        <div className="start-language">
          <Button weight="plain" stroke="f1" onPress={() => props.onHelp("manual")}>
            {t("actions.manual")}
          </Button>
          {props.language}
        </div>
        <h1>{t("start.title")}</h1>
        <p className="start-lead">{t("start.lead")}</p>
        <Problem message={edit.refusal?.message ?? props.refusal} />
        {edit.busy && <Wait label={t("start.working")} />}
        <div className="start-choices">
          <Choice
            title={t("start.catalogue")}
            text={t("start.catalogueText")}
            onPress={create(true)}
            main
            disabled={edit.busy}
          />
          <Choice
            title={t("start.empty")}
            text={t("start.emptyText")}
            onPress={create(false)}
            disabled={edit.busy}
          />
          <Choice title={t("start.open")} text={t("start.openText")} onPress={open} disabled={edit.busy} />
          <Choice
            title={t("start.practice")}
            text={t("start.practiceText")}
            onPress={practise}
            disabled={edit.busy}
          />
        </div>
        <h2>{t("start.recent")}</h2>
        <RecentFiles files={recent.data} busy={edit.busy} onOpen={(grant) => void reopen(grant)()} />
      </div>
    </main>
  );
}

function Choice(props: {
  title: string;
  text: string;
  onPress: () => void;
  main?: boolean;
  disabled: boolean;
}) {
  const id = useId();
  return (
    <Press
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-text`}
      className={`start-choice${props.main ? " main" : ""}`}
      onPress={() => void props.onPress()}
      isDisabled={props.disabled}
      autoFocus={props.main ?? false}
    >
      <strong id={`${id}-name`}>{props.title}</strong>
      <span id={`${id}-text`}>{props.text}</span>
    </Press>
  );
}
