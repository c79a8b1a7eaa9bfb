// The modal windows that belong to no feature: as-of day, what to add, recent files, about.
import { type Dispatch, useState } from "react";
import { RecentFiles } from "../features/start/RecentFiles";
import { useAsk, useEdit } from "../queries/door";
import type { WorkspaceReply } from "../queries/types";
import { Line, Month } from "../shared/form/fields";
import { matches } from "../shared/keys/keys";
import { Button, Caps, Press } from "../shared/ui/Button";
import { Own, Problem } from "../shared/ui/bits";
import { Window } from "../shared/ui/Window";
import { useWords } from "../strings/words";
import type { ActionId } from "./actions";
import { partKeys } from "./part-keys";
import type { Step, View } from "./view";

type Props = { view: View; go: Dispatch<Step>; workspace: WorkspaceReply; perform: (id: ActionId) => void };

/** Ends of the periods that people ask about, newest first. */
export function usualDays(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const quarters = [`${year}-09-30`, `${year}-06-30`, `${year}-03-31`]
    .filter((day) => day < today)
    .slice(0, 1);
  return [...quarters, `${year - 1}-12-31`, `${year - 2}-12-31`];
}

export function AsOfWindow({ view, go, workspace }: Props) {
  const words = useWords();
  const { t } = words;
  const [known, setKnown] = useState(view.known === null ? "" : String(view.known));
  const choose = (day: string | null) => {
    go({ do: "asOf", day: day === workspace.today ? null : day });
    go({ do: "window", window: null });
  };
  return (
    <Window title={t("asOf.title")} onClose={() => go({ do: "window", window: null })}>
      <div className="dialog-body as-of">
        <p className="quiet">{t("asOf.text")}</p>
        <Line
          label={t("asOf.known")}
          hint={t("asOf.knownHint", { entry: workspace.entry })}
          value={known}
          onChange={(text) => {
            setKnown(text);
            const entry = Number(text);
            if (text.trim() === "") go({ do: "known", entry: null });
            else if (Number.isInteger(entry) && entry > 0) go({ do: "known", entry });
          }}
        />
        <div className="as-of-choices">
          <Month value={view.asOf ?? workspace.today} onChange={choose} />
          <div className="as-of-days">
            <Button weight={view.asOf === null ? "normal" : "main"} autoFocus onPress={() => choose(null)}>
              {t("asOf.today", { day: words.day(workspace.today) })}
            </Button>
            {usualDays(workspace.today).map((day) => (
              <Button key={day} onPress={() => choose(day)}>
                {words.day(day)}
              </Button>
            ))}
          </div>
        </div>
      </div>
    </Window>
  );
}

const kinds = partKeys.new.map(({ id, strokes: [letter] }) => ({
  id: `new-${id}` as const,
  kind: id,
  letter,
}));

export function NewWindow({ go, perform }: Pick<Props, "go" | "perform">) {
  const { t } = useWords();
  return (
    <Window title={t("new.title")} onClose={() => go({ do: "window", window: null })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the letters of the buttons inside. */}
      <div
        className="dialog-body new"
        onKeyDown={(event) => {
          const found = kinds.find(({ letter }) => matches(event, letter));
          if (!found) return;
          // Else the letter would be typed into the form that opens.
          event.preventDefault();
          perform(found.id);
        }}
      >
        {kinds.map(({ id, kind, letter }, i) => (
          <Press
            key={id}
            className="start-choice"
            autoFocus={i === 0}
            shortcut={letter}
            onPress={() => perform(id)}
          >
            <strong>
              {t(`kind.${kind}`)} <Caps stroke={letter} />
            </strong>
            <span>{t(`new.${id}`)}</span>
          </Press>
        ))}
      </div>
    </Window>
  );
}

export function RecentWindow({ go, onOpened }: Props & { onOpened: () => Promise<void> }) {
  const { t } = useWords();
  const recent = useAsk("Recent", {});
  const edit = useEdit();
  const open = async (file: string) => {
    if (await edit.attempt((run) => run("Open", { file }))) await onOpened();
  };
  return (
    <Window title={t("start.recent")} onClose={() => go({ do: "window", window: null })}>
      <div className="dialog-body">
        <Problem message={edit.refusal?.message ?? recent.error?.message} />
        <RecentFiles files={recent.data} busy={edit.busy} onOpen={(grant) => void open(grant)} />
      </div>
    </Window>
  );
}

/** `file`: the open one, if one is. */
export function AboutWindow(props: { file: string | null; onClose: () => void }) {
  const { t } = useWords();
  const [file] = useState(props.file);
  return (
    <Window title={t("app.name")} onClose={props.onClose}>
      <div className="dialog-body about">
        <p>{t("about.text")}</p>
        <p className="quiet">{t("about.local")}</p>
        {file !== null && (
          <p className="quiet">
            {t("about.file")} <Own>{file}</Own>
          </p>
        )}
      </div>
    </Window>
  );
}
