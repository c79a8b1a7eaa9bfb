// The cache of what the core answered, and the one rule by which it grows old: an edit's kinds against a query's kinds.
// Rows are never patched here.
import { QueryClient, type QueryKey } from "@tanstack/react-query";
import type { Envelope, Kind } from "../ipc/commands";
import type { Args } from "../ipc/door";
import { beside, type QueryName, touches } from "./reads";
import { together } from "./together";

export type Key<N extends QueryName = QueryName> = readonly ["door", N, Args<N>, Envelope];

export function key<N extends QueryName>(name: N, args: Args<N>, envelope: Envelope): Key<N> {
  return ["door", name, args, envelope];
}

export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        // The door is on this machine: there is no network to wait for.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** Milliseconds until what goes over much is asked again: what one did is to be seen first. */
const SEEN = 80;

/** Marks a query that is asked after all else and not waited for. */
export const BESIDE = { beside: true };

function isKey(queryKey: readonly unknown[]): queryKey is Key {
  return queryKey[0] === "door";
}

const turnOf = (name: QueryName, meta: Record<string, unknown> | undefined) =>
  beside[name] ?? (meta?.beside === true ? "last" : "first");

/** Has every query that reads one of `kinds` asked again; waits for the answers, but not for those beside the work. */
export async function age(client: QueryClient, kinds: readonly Kind[]): Promise<void> {
  const touched = ({ queryKey }: { queryKey: QueryKey }) => isKey(queryKey) && touches(queryKey[1], kinds);
  // Asked before anyone shows it, it may have been read before the edit, and would come as new after this.
  void client.cancelQueries({ type: "inactive", fetchStatus: "fetching", predicate: touched });
  const old = (turn: "first" | "next" | "last") =>
    client.invalidateQueries({
      predicate: ({ queryKey, meta }) =>
        isKey(queryKey) && touches(queryKey[1], kinds) && turnOf(queryKey[1], meta) === turn,
    });
  await together(() => old("first"));
  void old("next");
  setTimeout(() => void old("last"), SEEN);
}
