// Gives the components the door, the shell and the envelope of their queries. The only way from a component to ipc.
import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Envelope, Kind, Outcome } from "../ipc/commands";
import { type Args, asRefusal, type Host, type Name, type Refusal, type Reply } from "../ipc/door";
import { answered } from "./answered";
import { age, BESIDE, key } from "./client";
import { under } from "./jobs";
import type { QueryName } from "./reads";

type Doorway = { host: Host; envelope: Envelope; seen: { entry: number } };
const Context = createContext<Doorway | null>(null);

function useDoorway(): Doorway {
  const doorway = useContext(Context);
  if (!doorway) throw new Error("There is no <Doors> above this component.");
  return doorway;
}

/** As of which day, and as known after which entry, a view asks. */
export const envelopeOf = (view: { asOf: string | null; known: number | null }): Envelope => ({
  ...(view.asOf === null ? {} : { as_of: view.asOf }),
  ...(view.known === null ? {} : { known: view.known }),
});

export function Doors(props: {
  host: Host;
  asOf: string | null;
  known?: number | null;
  children: ReactNode;
}) {
  const { host, asOf, known = null } = props;
  const [seen] = useState({ entry: 0 });
  const doorway = useMemo(
    () => ({
      host,
      envelope: envelopeOf({ asOf, known }),
      seen,
    }),
    [host, asOf, known, seen],
  );
  return <Context value={doorway}>{props.children}</Context>;
}

export const useShell = () => useDoorway().host.shell;
export const useEnvelope = () => useDoorway().envelope;
export const useSeen = () => useDoorway().seen;
export const useCall = () => useDoorway().host.call;

export type AskOptions = {
  when?: boolean;
  keep?: boolean;
  /** Its name in the core: the next question of that name ends this one, and so does `Cancel`. */
  job?: string;
  /** Asked again after all else that an edit touches, and not waited for. */
  beside?: boolean;
  /** Asked as one types: where an older question overtook it on the way and ended it, it is asked again. */
  typed?: boolean;
};

const AGAIN = 3;

/** Asks a query and keeps its answer fresh. `keep` shows the last answer while the next is on its way. */
export function useAsk<N extends QueryName>(
  name: N,
  args: Args<N>,
  options: AskOptions = {},
): UseQueryResult<Reply<N>, Refusal> {
  const { host, envelope } = useDoorway();
  type Options = UseQueryOptions<Reply<N>, Refusal>;
  return useQuery<Reply<N>, Refusal>({
    queryKey: key(name, args, envelope) as QueryKey,
    queryFn: async (): Promise<Reply<N>> =>
      (await host.call(name, args, options.job ? { ...envelope, job: options.job } : envelope)).reply,
    enabled: options.when ?? true,
    ...(options.beside ? { meta: BESIDE } : {}),
    // Not for all that have a job: what a person cancelled stays cancelled.
    ...(options.typed
      ? {
          retry: (times: number, reason: Refusal) => reason.code === "cancelled" && times < AGAIN,
          retryDelay: 20,
        }
      : {}),
    placeholderData: (options.keep ? keepPreviousData : undefined) as Options["placeholderData"],
  });
}

/** Asks a query once, out of the cache where its answer is still fresh: to go on, or to have it before it is shown. */
export function useFetch() {
  const { host, envelope } = useDoorway();
  const client = useQueryClient();
  return useCallback(
    <N extends QueryName>(name: N, args: Args<N>): Promise<Reply<N>> =>
      client.fetchQuery({
        queryKey: key(name, args, envelope) as QueryKey,
        queryFn: async () => (await host.call(name, args, envelope)).reply as Reply<N>,
      }),
    [host, client, envelope],
  );
}

/** Every query asks again: another file was opened, or the day changed. */
export function useForget() {
  const client = useQueryClient();
  return useCallback(() => client.resetQueries(), [client]);
}

export function useAge() {
  const client = useQueryClient();
  return useCallback((kinds: Kind[]) => age(client, kinds), [client]);
}

export type Run = <N extends Name>(name: N, args: Args<N>) => Promise<Outcome<Reply<N>>>;

/** Runs an edit. Rejects with a `Refusal`; on success the queries that read what it touched are asked again. */
export function useRun(): Run {
  const { host, seen } = useDoorway();
  const client = useQueryClient();
  return useCallback(
    async (name, args) => {
      const outcome = await under(host.call, name, args, {});
      answered(name);
      if (outcome.entry !== null) seen.entry = Math.max(seen.entry, outcome.entry);
      await age(client, outcome.kinds);
      return outcome;
    },
    [host, client, seen],
  );
}

/** The same for a button or a form: whether it is under way, and what was refused. */
export function useEdit() {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const attempt = useCallback(
    async <T,>(act: (run: Run) => Promise<T>): Promise<T | undefined> => {
      setBusy(true);
      setRefusal(null);
      try {
        return await act(run);
      } catch (reason) {
        // What a person stopped is told of where it was stopped.
        const refusal = asRefusal(reason);
        if (refusal.code !== "cancelled") setRefusal(refusal);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [run],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { attempt, busy, refusal, clear };
}
