// The run through a list, beside the view: finds the next item, has its page fetched before it is asked for, and keeps
// the position on this machine for each workspace. What a run is stands in features/review/run.ts.
import { type Dispatch, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  arrived,
  begun,
  current,
  type Deed,
  type Found,
  isBack,
  isOver,
  isRun,
  lookFrom,
  moved,
  place,
  putOff,
  type Run,
  type RunList,
  recorded,
  undone,
} from "../features/review/run";
import { useFetch } from "../queries/door";
import type { RowsAsk } from "../queries/rows";
import type { WorkspaceReply } from "../queries/types";
import { keep, keptAs } from "../shared/kept";
import { useAwaited } from "../shared/keys/held";
import { say } from "../shared/ui/announce";
import { useWords } from "../strings/words";
import { useMemory } from "./use-view";
import { type Step, type View, type Where, whereOf } from "./view";

/** Rows that are looked at in one question. */
const AHEAD = 40;
/** Rows that are seen above the one that is come back to. */
const ABOVE = 4;

type Kept = { run: Run; where: Where };
const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  "run" in value &&
  isRun(value.run) &&
  "where" in value &&
  typeof value.where === "object";

export type Review = ReturnType<typeof useReview>;

/** How the rows of a list are asked for; other lists than those of commitments cannot be gone through. */
function useRowsAt() {
  const fetch = useFetch();
  return useCallback(
    async (ask: RowsAsk, offset: number, limit: number): Promise<{ ids: string[]; total: number }> => {
      if (ask.name === "Overdue") {
        const reply = await fetch("Overdue", { ...ask.args, limit, offset });
        return { ids: reply.items.map((row) => row.id), total: reply.total };
      }
      const reply = await fetch("List", { ...ask.args, limit, offset });
      return { ids: reply.commitments.map((row) => row.id), total: reply.total };
    },
    [fetch],
  );
}

export function useReview(options: {
  view: View;
  go: Dispatch<Step>;
  workspace: WorkspaceReply;
  /** The list that is shown, and where its chosen row stands. */
  list: RefObject<RunList | null>;
  at: RefObject<number>;
}) {
  const { t } = useWords();
  const fetch = useFetch();
  const rowsAt = useRowsAt();
  const memory = useMemory();
  const name = `review ${options.workspace.file}`;
  const [known, setKnown] = useState<Kept | null>(() => keptAs(name, isKept));
  const now = useRef({ ...options, known });
  now.current = { ...options, known: now.current.known };

  const put = useCallback(
    (run: Run, where: Where) => {
      const next = { run, where };
      now.current.known = next;
      setKnown(next);
      keep(name, isOver(run) ? null : JSON.stringify(next));
      now.current.go({ do: "review", on: "run", item: current(run), where });
    },
    [name],
  );

  /** The first row from there on that was not come to yet. */
  const find = useCallback(
    async (ask: RowsAsk, from: number, seen: ReadonlySet<string>): Promise<Found | null> => {
      for (let offset = from; ; offset += AHEAD) {
        const { ids, total } = await rowsAt(ask, offset, AHEAD);
        const hit = ids.findIndex((id) => !seen.has(id));
        const id = ids[hit];
        if (id !== undefined) return { id, index: offset + hit, rest: total - offset - hit - 1 };
        if (ids.length < AHEAD) return null;
      }
    },
    [rowsAt],
  );
  const indexOf = useCallback(
    async (ask: RowsAsk, id: string, from: number, most: number): Promise<number | null> => {
      const first = Math.max(0, from);
      const { ids } = await rowsAt(ask, first, most);
      const hit = ids.indexOf(id);
      return hit === -1 ? null : first + hit;
    },
    [rowsAt],
  );
  const findNext = useCallback((run: Run) => find(asked(run), lookFrom(run), new Set(run.trail)), [find]);

  // Steps wait for each other: two quick presses are two steps.
  const line = useRef<Promise<void>>(Promise.resolve());
  const [stepping, setStepping] = useState(0);
  useAwaited(stepping > 0);
  const inLine = useCallback((act: () => Promise<void>) => {
    setStepping((steps) => steps + 1);
    const done = line.current.then(act);
    line.current = done
      .catch((reason: unknown) => say(reason instanceof Error ? reason.message : String(reason)))
      .finally(() => setStepping((steps) => steps - 1));
    return line.current;
  }, []);

  const steps = useMemo(() => {
    const start = async () => {
      const { list, at, view } = now.current;
      if (view.review || !list.current) return;
      const { ask } = list.current;
      const { total: waiting } = await rowsAt(putOff(ask, true), 0, 1);
      const only = waiting > 0 ? putOff(ask, false) : ask;
      // The chosen row may stand further up once those put off are left out.
      const from = Math.max(0, at.current - waiting);
      const here = view.item === null ? null : await indexOf(only, view.item, from, waiting + 1);
      const first = await find(only, here ?? from, new Set());
      if (first) put(begun(list.current, first.index, waiting, first), whereOf(view));
      else say(t("review.none"));
    };
    const goOn = async () => {
      const { known, view } = now.current;
      if (!known || view.review === "run") return;
      const { run, where } = known;
      const id = current(run);
      if (isBack(run) || id === null) return put(run, where);
      // Meanwhile the list may have changed: the same item, else the one now at its place.
      const index = await indexOf(asked(run), id, lookFrom(run), 3 * AHEAD);
      if (index === null) put(arrived(run, await findNext(run)), where);
      else put({ ...run, index }, where);
    };
    const onward = async (run: Run) => {
      const { known } = now.current;
      if (!known || isOver(run)) return;
      put(isBack(run) ? moved(run, 1) : arrived(run, await findNext(run)), known.where);
    };
    const leave = async () => {
      const { known, go, view } = now.current;
      if (!known) return go({ do: "review", on: null });
      const { run } = known;
      const id = current(run);
      const near = run.index - (run.trail.length - 1 - run.at);
      const most = AHEAD + run.waiting;
      const index =
        id === null ? null : await indexOf(run.list.ask, id, near - AHEAD / 2, Math.min(most, 1000));
      const stands = index ?? Math.max(0, near);
      // The list is come back to as if it had been left there.
      memory.keep(view.place, { item: id, index: stands, first: Math.max(0, stands - ABOVE) });
      go({ do: "review", on: null });
    };
    return { start, goOn, onward, leave };
  }, [rowsAt, indexOf, find, findNext, put, memory, t]);

  const withRun = useCallback((act: (run: Run, where: Where) => Promise<void> | void) => {
    const { known } = now.current;
    if (known) return act(known.run, known.where);
  }, []);

  // What comes next is there before it is asked for.
  const run = options.view.review ? (known?.run ?? null) : null;
  useEffect(() => {
    if (!run || isOver(run)) return;
    const ready = async () => {
      const next = isBack(run) ? run.trail[run.at + 1] : (await findNext(run))?.id;
      if (next !== undefined) await fetch("Show", { item: next });
    };
    // If it cannot be had now, it is asked for again when its turn comes, and the reason is told then.
    ready().catch(() => {});
  }, [run, findNext, fetch]);

  const kept = known && !isOver(known.run) ? known.run : null;
  return useMemo(
    () => ({
      run,
      /** "Overdue, 13 of 49": the run that can be gone on with. */
      waits: kept && { name: kept.list.label, ...place(kept) },
      start: () => inLine(steps.start),
      goOn: () => inLine(steps.goOn),
      next: () => inLine(async () => withRun((one) => steps.onward(one))),
      previous: () => inLine(async () => withRun((one, where) => put(moved(one, -1), where))),
      /** Something was done with the item: on to the next. */
      saved: (deed: Deed) => inLine(async () => withRun((one) => steps.onward(recorded(one, deed)))),
      undone: (command: string) =>
        inLine(async () =>
          withRun((one, where) => {
            const back = undone(one, command);
            if (back !== one) put(back, where);
          }),
        ),
      leave: () => inLine(steps.leave),
    }),
    [run, kept, inLine, steps, withRun, put],
  );
}

const asked = (run: Run): RowsAsk => (run.waiting > 0 ? putOff(run.list.ask, false) : run.list.ask);
