// Asks the list of a view before it is drawn, under the key by which what draws it will ask: the first one at the start,
// and each other one at the step that leads to it. That step is taken when the answer is there, or after a moment that
// nobody notices, so that a list is drawn once, with its first row chosen; keys wait so long. A list that someone is near
// to is asked already then.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { envelopeOf, useCall } from "../queries/door";
import { firstOf, firstRow } from "../queries/rows";
import type { Call } from "../queries/types";
import { awaits } from "../shared/keys/held";
import { askOf } from "./ask";
import { layoutOf, listName } from "./layouts";
import { useMemory } from "./use-view";
import { home, type Step, samePlace, step, type View } from "./view";

/** Milliseconds that the list of before stays for the next one. */
const PATIENCE = 50;

/** A list that is sorted is asked by its columns, when they are there: it is not known beforehand. */
function listOf(call: Call, view: View) {
  const list = askOf(view);
  if (!list || layoutOf(listName(view.place)).sort.length > 0) return null;
  return firstOf(call, list, envelopeOf(view));
}

/** What is refused is told by what shows it. */
export async function askAhead(client: QueryClient, call: Call, view: View): Promise<void> {
  const list = listOf(call, view);
  if (list) await client.prefetchQuery(list);
}

/** Whether the core keeps what it tells of a list: its filters, other groups and other days may take it long. */
const isKept = ({ place, filter, group, onlyLead, onlySource, asOf, known }: View) =>
  [onlyLead, onlySource, asOf, known].every((one) => one === null) &&
  filter === "" &&
  group === (samePlace(place, home) ? "lead" : null);

/**
 * Asks the list of a step that is near: the pointer or the focus is at what takes it. One after the other, and of those that
 * came meanwhile the last. Only what the core keeps: what may take long is not asked before someone wants it.
 */
export function useForesee(view: View): Dispatch<Step> {
  const client = useQueryClient();
  const call = useCall();
  const memory = useMemory();
  const now = useRef(view);
  now.current = view;
  const near = useRef<Step>(undefined);
  const asking = useRef(false);
  return useCallback(
    async (next) => {
      near.current = next;
      if (asking.current) return;
      asking.current = true;
      while (near.current) {
        const to = step(now.current, memory.asLeft(now.current, near.current));
        near.current = undefined;
        const list = isKept(to) ? listOf(call, to) : null;
        if (list) await client.prefetchQuery(list);
      }
      asking.current = false;
    },
    [client, call, memory],
  );
}

/** A step that waits for its list: takes it, and chooses the item if there is one; or forgets it. */
type Waiting = { take: (item: string | null) => void; end: () => void };

/** The same steps, of which those to another list are taken with its answer. */
export function useAhead(view: View, go: Dispatch<Step>): Dispatch<Step> {
  const client = useQueryClient();
  const call = useCall();
  const memory = useMemory();
  const now = useRef(view);
  now.current = view;
  const waiting = useRef<Waiting | null>(null);
  // What waits is not of what is shown after this.
  useEffect(() => () => waiting.current?.end(), []);
  return useCallback(
    (next) => {
      if (waiting.current) {
        waiting.current.take(null);
        // A row of the list that went is no longer meant.
        if (next.do === "select") return;
      }
      const leads = next.do === "go" || next.do === "follow";
      const to = leads ? step(now.current, memory.asLeft(now.current, next)) : null;
      const list = to && listOf(call, to);
      if (!list) return go(next);
      const release = awaits("rows");
      const one: Waiting = {
        take(item) {
          if (waiting.current !== one) return;
          waiting.current = null;
          try {
            flushSync(() => {
              go(next);
              if (item !== null) go({ do: "select", item });
            });
          } finally {
            one.end();
          }
        },
        end() {
          if (waiting.current === one) waiting.current = null;
          clearTimeout(timer);
          release();
        },
      };
      waiting.current = one;
      const timer = setTimeout(() => one.take(null), PATIENCE);
      void client
        .prefetchQuery(list)
        .then(() => one.take(to.item === null ? firstRow(client.getQueryData(list.queryKey)) : null));
    },
    [client, call, memory, go],
  );
}
