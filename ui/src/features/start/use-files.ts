// Makes a workspace, opens one, or makes the practice file: a file is chosen, then the window goes on with it. The same for
// the first screen and for the acts. Who asks says what is under way, and shows what was refused.
import { useShell } from "../../queries/door";
import type { Grant, Run } from "../../queries/types";
import { useWords } from "../../strings/words";

/** What a new practice file is called, and that it was made. */
export type Practice = { name: () => string; made: () => void };
type Attempt = (act: (run: Run) => Promise<boolean>) => Promise<boolean | undefined>;

export function useFiles(attempt: Attempt, practice: Practice, onOpened: () => void | Promise<void>) {
  const { t } = useWords();
  const shell = useShell();
  const act =
    (choose: () => Promise<Grant | null>, open: (run: Run, file: string) => Promise<unknown>) => async () => {
      const done = await attempt(async (run) => {
        const grant = await choose();
        if (!grant) return false;
        await open(run, grant.grant);
        return true;
      });
      if (done) await onOpened();
    };
  return {
    create: (catalogue: boolean) =>
      act(
        () => shell.pickSave("workspace", `${t("start.fileName")}.followthrough`),
        (run, file) => run("New", { file, catalogue }),
      ),
    open: act(
      () => shell.pickFile("workspace"),
      (run, file) => run("Open", { file }),
    ),
    reopen: (grant: string) =>
      act(
        async () => ({ grant, name: "", bytes: 0 }),
        (run, file) => run("Open", { file }),
      ),
    practise: act(
      () => shell.pickSave("workspace", practice.name()),
      async (run, file) => {
        await run("Sample", { file });
        practice.made();
      },
    ),
  };
}
