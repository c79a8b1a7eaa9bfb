// What may take long runs under a name, by which it can be cancelled. What is still under way after half a second stands
// in one list, with how far it is, which the frame shows; what a person cancelled there is told of once. Nothing is
// rendered here.
import { useSyncExternalStore } from "react";
import type { Outcome } from "../ipc/commands";
import { type Args, asRefusal, type Call, type Name, type Reply } from "../ipc/door";
import type { Envelope } from "./types";

/** After so long it counts as under way; then it is asked how far it is, again and again. */
export const LONG = 500;
const LOOK = 300;

export type Job = {
  readonly id: string;
  readonly name: Name;
  /** Null where it is not known. */
  readonly percent: number | null;
  readonly stopping: boolean;
  /** The form or window from which it was begun. */
  readonly from: Element | null;
};

/** What a person cancelled; `at` tells one time from the next. */
export type Stopped = { name: Name | null; at: number };

type All = { jobs: readonly Job[]; stopped: Stopped };

let all: All = { jobs: [], stopped: { name: null, at: 0 } };
const listeners = new Set<() => void>();
const stoppers = new Map<string, () => void>();

function put(next: Partial<All>): void {
  all = { ...all, ...next };
  for (const listener of listeners) listener();
}

const change = (id: string, by: Partial<Job>) =>
  put({ jobs: all.jobs.map((job) => (job.id === id ? { ...job, ...by } : job)) });

export function useJobs(): All {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

/** What cannot be ended: it is waited for. */
const endless: ReadonlySet<Name> = new Set(["Open", "Workspace"]);
export const canStop = (job: Job) => !endless.has(job.name) && !job.stopping;

/** Has it end; it is gone from the list when it has. */
export function stopJob(id: string): void {
  change(id, { stopping: true });
  stoppers.get(id)?.();
}

/** Ends what was begun last, of what `which` lets through. Answers whether there was something. */
export function stopNewest(which: (job: Job) => boolean = () => true): boolean {
  const job = all.jobs.findLast((one) => canStop(one) && which(one));
  if (job) stopJob(job.id);
  return job !== undefined;
}

// Of this page alone: what a page before it asked may still run.
const page = Math.random().toString(36).slice(2);
let last = 0;

/** Asks under a name of its own. `signal`: nobody waits for the answer any more, so it ends. */
export async function under<N extends Name>(
  call: Call,
  name: N,
  args: Args<N>,
  envelope: Envelope,
  signal?: AbortSignal,
): Promise<Outcome<Reply<N>>> {
  last += 1;
  const id = `${page} ${last}`;
  // One that is over already is no news.
  const cancel = () => void call("Cancel", { job: id }).catch(() => {});
  const from = document.activeElement?.closest("form, [role=dialog]") ?? null;
  let look: ReturnType<typeof setTimeout>;
  const ask = async () => {
    const far = await call("HowFar", { job: id }).catch(() => null);
    if (!stoppers.has(id)) return;
    if (far) change(id, { percent: far.reply.percent });
    look = setTimeout(ask, LOOK);
  };
  const show = () => {
    stoppers.set(id, cancel);
    put({ jobs: [...all.jobs, { id, name, percent: null, stopping: false, from }] });
    void ask();
  };
  const leave = () => {
    clearTimeout(look);
    if (stoppers.delete(id)) put({ jobs: all.jobs.filter((job) => job.id !== id) });
  };
  const drop = () => {
    leave();
    cancel();
  };
  look = setTimeout(show, LONG);
  signal?.addEventListener("abort", drop);
  try {
    return await call(name, args, { ...envelope, job: id });
  } catch (reason) {
    const byHand = all.jobs.some((job) => job.id === id && job.stopping);
    if (byHand && asRefusal(reason).code === "cancelled") put({ stopped: { name, at: all.stopped.at + 1 } });
    throw reason;
  } finally {
    signal?.removeEventListener("abort", drop);
    leave();
  }
}
