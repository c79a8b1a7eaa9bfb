// Once a day, and whenever the window comes back to a day that it has not told of: a notification of the system with what
// has become overdue since the last one, and what is due today and in the week that comes. It is computed from the
// dues when the day is seen, so a day on which the program did not run is not missed.
import { useEffect, useRef } from "react";
import { useCall, useShell } from "../queries/door";
import { useQuiet } from "../queries/quiet";
import type { WorkspaceReply } from "../queries/types";
import { keep, kept } from "../shared/kept";
import { useWords } from "../strings/words";

const WEEK = 7;

/** The day so many days after an ISO day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What to ask on a day when the last notice was given on another: filters of open commitments; nothing on the same day. */
export function asked(today: string, last: string | null): { late: string; soon: string } | null {
  if (last !== null && last >= today) return null;
  // Without a last notice, what has been overdue for long is no news.
  const since = last ?? dayAfter(today, -1);
  return {
    late: `status:open due>=${since} due<${today}`,
    soon: `status:open due>=${today} due<=${dayAfter(today, WEEK)}`,
  };
}

export function useNotice(workspace: WorkspaceReply, on: boolean): void {
  const quiet = useQuiet();
  const call = useCall();
  const shell = useShell();
  const { t } = useWords();
  const { file, name, today } = workspace;
  const words = useRef({ t, name });
  words.current = { t, name };
  useEffect(() => {
    const key = `notice ${file}`;
    const filters = on && quiet ? asked(today, kept(key)) : null;
    if (!filters) return;
    let over = false;
    const count = async (filter: string) =>
      (await call("List", { kind: "commitments", filter, limit: 1 }, {})).reply.total;
    const tell = async () => {
      const [late, soon] = [await count(filters.late), await count(filters.soon)];
      if (over) return;
      keep(key, today);
      const { t, name } = words.current;
      if (late + soon > 0) await shell.notify(name, t("notice.text", { late, soon }));
    };
    // A notice that could not be given is given when the day is seen next.
    tell().catch(() => {});
    return () => {
      over = true;
    };
  }, [call, shell, on, quiet, file, today]);
}
