// A question that may take long: it runs under a name, so that the next of that name ends it and the user can; after half a
// second it counts as under way.
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { Args, Refusal, Reply } from "../ipc/door";
import { key } from "./client";
import { useCall, useEnvelope } from "./door";
import type { QueryName } from "./reads";

const LONG = 500;

export function useLong<N extends QueryName>(name: N, args: Args<N>, job: string) {
  const call = useCall();
  const envelope = useEnvelope();
  const asked = useQuery<Reply<N>, Refusal>({
    queryKey: key(name, args, envelope) as UseQueryOptions["queryKey"] & {},
    queryFn: async (): Promise<Reply<N>> => (await call(name, args, { ...envelope, job })).reply,
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
  const cancel = useCallback(() => void call("Cancel", { job }), [call, job]);
  return {
    data: asked.data,
    error: asked.error,
    cancelled: asked.error?.code === "cancelled",
    working: working && asked.isFetching,
    cancel,
    again: () => void asked.refetch(),
  };
}
