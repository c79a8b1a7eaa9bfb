// Which question answers the list of a place. Does not know how the list is sorted: that is chosen with its columns.
import type { RowsAsk } from "../queries/rows";
import type { Queue } from "../queries/types";
import { queueOf } from "./queues";
import type { Where } from "./view";

const narrow = (filter: string, group: string | null) => ({
  ...(filter === "" ? {} : { filter }),
  ...(group === null ? {} : { group }),
});

/** null: the place shows no list of commitments or recommendations. */
export function askOf({ place, filter, group, onlyLead, onlySource }: Where): RowsAsk | null {
  const narrowed = narrow(filter, group);
  const recommendations = (source: string | null, queue: Queue | null): RowsAsk => ({
    name: "List",
    args: { kind: "recommendations", source, queue, ...narrowed },
  });
  const commitments = (queue: Queue, lead: string | null): RowsAsk => ({
    name: "List",
    args: { kind: "commitments", queue, lead, ...narrowed },
  });
  if (place.at === "recommendations") return recommendations(place.source?.id ?? null, null);
  if (place.at === "lead") return commitments("all", place.lead.id);
  if (place.at !== "queue") return null;
  if (queueOf(place.queue)?.list === "recommendations") return recommendations(null, place.queue);
  if (place.queue !== "overdue") return commitments(place.queue, null);
  const by_lead = group === "lead";
  const only = { lead: onlyLead?.id ?? null, source: onlySource?.id ?? null };
  return { name: "Overdue", args: { ...narrow(filter, by_lead ? null : group), by_lead, ...only } };
}
