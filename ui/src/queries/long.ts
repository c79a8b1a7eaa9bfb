// Questions that may take long: a question that nobody waits for any more ends, and one that is under way stands in the
// list of what runs, where it can be cancelled. Also the trial of a question before it is shown.
import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Args, asRefusal, type Call, type Name, type Refusal, type Reply } from "../ipc/door";
import { key } from "./client";
import { useCall, useEnvelope } from "./door";
import { LONG, under } from "./jobs";
import type { QueryName } from "./reads";
import type { Envelope } from "./types";

/** A question for the cache. It is under the same key whoever asks it. */
export function question<N extends QueryName>(call: Call, name: N, args: Args<N>, envelope: Envelope) {
  return {
    queryKey: key(name, args, envelope) as QueryKey,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Reply<N>> =>
      (await under(call, name as Name & N, args, envelope, signal)).reply,
  };
}

/** `keep` shows the last answer while the next is on its way. */
export function useLong<N extends QueryName>(
  name: N,
  args: Args<N>,
  { when = true, keep = false }: { when?: boolean; keep?: boolean } = {},
) {
  type Options = UseQueryOptions<Reply<N>, Refusal>;
  const call = useCall();
  const envelope = useEnvelope();
  const asked = useQuery<Reply<N>, Refusal>({
    ...question(call, name, args, envelope),
    enabled: when,
    placeholderData: (keep ? keepPreviousData : undefined) as Options["placeholderData"],
  });
  const [working, setWorking] = useState(false);
  useEffect(() => {
    if (!asked.isFetching) {
      setWorking(false);
      return;
    }
    const timer = setTimeout(() => setWorking(true), LONG);
    return () => clearTimeout(timer);
  }, [asked.isFetching]);
  const cancelled = asked.error?.code === "cancelled";
  return {
    data: asked.data,
    error: cancelled ? null : asked.error,
    /** A person cancelled it; `again` asks it again. */
    cancelled,
    working: working && asked.isFetching,
    again: () => void asked.refetch(),
  };
}

/**
 * Asks a question before it is shown: what shows it finds the answer in the cache. The next trial ends the one before,
 * and so does `stop`; then it answers "ended".
 */
export function useTrial() {
  const client = useQueryClient();
  const call = useCall();
  const envelope = useEnvelope();
  const running = useRef<QueryKey | null>(null);
  const stop = useCallback(() => {
    const queryKey = running.current;
    running.current = null;
    if (queryKey) void client.cancelQueries({ queryKey, exact: true });
  }, [client]);
  const ask = useCallback(
    async <N extends QueryName>(name: N, args: Args<N>): Promise<Refusal | "ended" | null> => {
      stop();
      const query = question(call, name, args, envelope);
      running.current = query.queryKey;
      try {
        await client.fetchQuery(query);
        return running.current === query.queryKey ? null : "ended";
      } catch (reason) {
        const refusal = asRefusal(reason);
        return running.current !== query.queryKey || refusal.code === "cancelled" ? "ended" : refusal;
      } finally {
        if (running.current === query.queryKey) running.current = null;
      }
    },
    [client, call, envelope, stop],
  );
  return useMemo(() => ({ ask, stop }), [ask, stop]);
}
