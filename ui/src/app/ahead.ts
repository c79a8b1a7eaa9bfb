// Asks the list of a view before it is drawn, under the key by which what draws it will ask: the first one at the start,
// and each other one at the step that leads to it, while the window is still busy with its headline.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useCallback, useRef } from "react";
import { envelopeOf, useCall } from "../queries/door";
import { firstOf } from "../queries/rows";
import type { Call } from "../queries/types";
import { askOf } from "./ask";
import { layoutOf, listName } from "./layouts";
import { useMemory } from "./use-view";
import { type Step, step, type View } from "./view";

/** A list that is sorted is asked by its columns, when they are there. What is refused is told by what shows it. */
export async function askAhead(client: QueryClient, call: Call, view: View): Promise<void> {
  const list = askOf(view);
  if (list && layoutOf(listName(view.place)).sort.length === 0)
    await client.prefetchQuery(firstOf(call, list, envelopeOf(view)));
}

/** The same steps, of which those to another place ask its list at once. */
export function useAhead(view: View, go: Dispatch<Step>): Dispatch<Step> {
  const client = useQueryClient();
  const call = useCall();
  const memory = useMemory();
  const now = useRef(view);
  now.current = view;
  return useCallback(
    (next) => {
      if (next.do === "go" || next.do === "follow") {
        void askAhead(client, call, step(now.current, memory.asLeft(now.current, next)));
      }
      go(next);
    },
    [client, call, memory, go],
  );
}
