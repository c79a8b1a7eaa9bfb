// Finds items for the pickers of forms: all of a kind while nothing is typed (actors, sources), else by search.
import { useMemo } from "react";
import type { Kind } from "../ipc/commands";
import type { Args } from "../ipc/door";
import { type AskOptions, useAsk } from "./door";
import type { QueryName } from "./reads";
import { useSearch } from "./search";

type Item = { id: string; ref: string; name: string };

/** All there is to pick from. It stands behind a form: an edit does not wait for it. */
const useAll = <N extends QueryName>(name: N, args: Args<N>, options: AskOptions = {}) =>
  useAsk(name, args, { ...options, beside: true });

function useFound(words: string, kind: Kind | null) {
  const hits = useSearch(words, kind, 30);
  return useMemo(
    () => ({
      items: (hits.data?.hits ?? []).map((hit): Item => ({ id: hit.open, ref: hit.ref, name: hit.title })),
      searching: hits.isFetching,
    }),
    [hits.data, hits.isFetching],
  );
}

export function useActorItems(words: string) {
  const found = useFound(words, "actor");
  const all = useAll("List", { kind: "actors", limit: 200 }, { when: words === "" });
  return useMemo(() => {
    if (words !== "") return found;
    const items = (all.data?.actors ?? []).map(
      (row): Item => ({ id: row.id, ref: row.actor, name: row.name }),
    );
    return { items, searching: all.isFetching };
  }, [words, found, all.data, all.isFetching]);
}

export function useSourceItems(words: string) {
  const found = useFound(words, "source");
  const all = useAll("List", { kind: "sources", limit: 200 }, { when: words === "" });
  return useMemo(() => {
    if (words !== "") return found;
    const items = (all.data?.sources ?? []).map(
      (row): Item => ({ id: row.id, ref: row.source, name: row.title }),
    );
    return { items, searching: all.isFetching };
  }, [words, found, all.data, all.isFetching]);
}

export function useRecommendationItems(words: string) {
  return useFound(words, "recommendation");
}

const found = (kind: Kind | null) =>
  function useOfKind(words: string) {
    return useFound(words, kind);
  };

function fitting(items: Item[], words: string): Item[] {
  const asked = words.toLowerCase();
  return items.filter((item) => `${item.ref} ${item.name}`.toLowerCase().includes(asked));
}

function useThemeItems(words: string) {
  const all = useAll("Themes", {});
  return useMemo(() => {
    const items = (all.data?.frameworks ?? []).flatMap((framework) =>
      framework.themes.map((theme): Item => ({ id: theme.id, ref: framework.name, name: theme.name })),
    );
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

function useFrameworkItems(words: string) {
  const all = useAll("Themes", {});
  return useMemo(() => {
    const items = (all.data?.frameworks ?? []).map(
      (one): Item => ({ id: one.id, ref: one.name, name: one.name }),
    );
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

function useFieldItems(words: string) {
  const all = useAll("Fields", {});
  return useMemo(() => {
    const items = (all.data?.items ?? []).map((one): Item => ({ id: one.id, ref: one.name, name: one.name }));
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

function useIndicatorItems(words: string) {
  const all = useAll("Indicators", { limit: 300 });
  return useMemo(() => {
    const items = (all.data?.items ?? []).map((one): Item => ({ id: one.id, ref: one.ref, name: one.name }));
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

function useViewItems(words: string) {
  const all = useAll("Views", {});
  return useMemo(() => {
    const items = (all.data ?? []).map((one): Item => ({ id: one.id, ref: one.name, name: one.name }));
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

function useEventItems(words: string) {
  const all = useAll("Events", { limit: 300 });
  return useMemo(() => {
    const items = (all.data?.items ?? []).map((one): Item => ({ id: one.id, ref: one.ref, name: one.name }));
    return { items: fitting(items, words), searching: all.isFetching };
  }, [words, all.data, all.isFetching]);
}

/** What a field of a form can pick, each with its finder. A new one is one line. */
export const pickers = {
  actor: useActorItems,
  source: useSourceItems,
  recommendation: useRecommendationItems,
  commitment: found("commitment"),
  evidence: found("evidence"),
  theme: useThemeItems,
  framework: useFrameworkItems,
  view: useViewItems,
  field: useFieldItems,
  event: useEventItems,
  indicator: useIndicatorItems,
  request: found("request"),
  series: found("series"),
  any: found(null),
};

export type PickKind = keyof typeof pickers;
