// The queues and reports of the side pane, in their order. A new queue is one line here and its words in strings (queue,
// queueTitle, queueSum, queueEmpty); so is a report (report.title, report.sum, report.empty).
import type { ReportName } from "../features/report/reports";
import type { CountsReply, Queue } from "../queries/types";
import type { Stroke } from "../shared/keys/keys";

export type QueueLine = {
  queue: Queue;
  /** Which count stands beside it. */
  count: keyof CountsReply & Queue;
  /** Under which heading it stands. */
  under: "review" | "gaps" | "watch";
  /** Of what it is a list; of commitments if not said. */
  list?: "recommendations";
  /** How many days it looks ahead, as its words say. */
  days?: number;
  stroke?: Stroke;
  /** A number here wants attention. */
  late?: boolean;
};

export const queues: readonly QueueLine[] = [
  { queue: "overdue", count: "overdue", under: "review", stroke: "1", late: true },
  { queue: "due_30", count: "due_30", under: "review", stroke: "9", days: 30 },
  { queue: "due_soon", count: "due_soon", under: "review", stroke: "2", days: 90 },
  { queue: "update_overdue", count: "update_overdue", under: "review" },
  { queue: "awaiting_verification", count: "awaiting_verification", under: "review", stroke: "3" },
  { queue: "mine", count: "mine", under: "review", stroke: "0" },
  { queue: "not_taken_up", count: "not_taken_up", under: "gaps", list: "recommendations" },
  { queue: "no_owner", count: "no_owner", under: "gaps", list: "recommendations" },
  { queue: "no_lead", count: "no_lead", under: "gaps", stroke: "4" },
  { queue: "no_date", count: "no_date", under: "gaps", stroke: "5" },
  { queue: "no_evidence", count: "no_evidence", under: "gaps", stroke: "6" },
  { queue: "slipping", count: "slipping", under: "watch" },
  { queue: "long_outstanding", count: "long_outstanding", under: "watch", late: true },
  { queue: "contradicting", count: "contradicting", under: "watch", late: true },
  { queue: "suspended", count: "suspended", under: "watch", stroke: "7" },
  { queue: "closed", count: "closed", under: "watch", stroke: "8" },
];

/** The headings at the side, in their order. */
export const headings = ["review", "gaps", "watch"] as const;

/** The numbers that the words of a queue may name: its own days; where nothing is due in 30, one looks further. */
export const queueNumbers = (queue: Queue) => {
  const days = queueOf(queue)?.days ?? 0;
  return { days, further: 90 };
};

export const queueOf = (queue: Queue): QueueLine | undefined => queues.find((one) => one.queue === queue);

/** Of all there is, and of what is done with, nothing presses by its age. */
export const hasAges = (queue: Queue) => queue !== "all" && queue !== "closed";

/** The reports at the side: under which heading each stands. */
export const reportLines: readonly {
  report: ReportName;
  under: "review" | "gaps" | "watch" | "everything";
}[] = [
  { report: "requests", under: "review" },
  { report: "flagged", under: "review" },
  { report: "no_response", under: "gaps" },
  { report: "unconfirmed", under: "gaps" },
  { report: "milestones", under: "watch" },
  { report: "obstacles", under: "watch" },
  { report: "escalations", under: "watch" },
  { report: "practices", under: "everything" },
  { report: "fields", under: "everything" },
  { report: "events", under: "everything" },
  { report: "indicators", under: "everything" },
  { report: "changes", under: "review" },
  { report: "reviews", under: "everything" },
  { report: "themes", under: "everything" },
  { report: "rates", under: "everything" },
  { report: "rollup", under: "everything" },
];
