// The queues of the side pane, in their order. A new queue is one line here and its words in strings (queue, queueTitle,
// queueEmpty).
import type { CountsReply, Queue } from "../queries/types";
import type { Stroke } from "../shared/keys/keys";

export type QueueLine = {
  queue: Queue;
  /** Which count stands beside it. */
  count: keyof CountsReply & (Queue | "all");
  stroke: Stroke;
  /** A number here wants attention. */
  late?: boolean;
};

export const queues: readonly QueueLine[] = [
  { queue: "overdue", count: "overdue", stroke: "1", late: true },
  { queue: "due_soon", count: "due_soon", stroke: "2" },
  { queue: "awaiting_verification", count: "awaiting_verification", stroke: "3" },
  { queue: "no_lead", count: "no_lead", stroke: "4" },
  { queue: "no_date", count: "no_date", stroke: "5" },
  { queue: "no_evidence", count: "no_evidence", stroke: "6" },
  { queue: "suspended", count: "suspended", stroke: "7" },
  { queue: "closed", count: "closed", stroke: "8" },
];
