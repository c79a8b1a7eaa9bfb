// Which queries an edit makes old. What each query reads stands in the generated list of commands.
import { type Kind, READS } from "../ipc/commands";

/** What may be asked through the cache: the queries, and the list of recent files, which no edit touches. */
export type QueryName = keyof typeof READS | "Recent";

const reads: Record<QueryName, readonly Kind[]> = { ...READS, Recent: [] };

/** What stands beside the work is asked after all else, and not waited for: what Undo would take back next at once, what goes over much last. */
export const beside: Partial<Record<QueryName, "next" | "last">> = { Workspace: "next", Counts: "last" };

export function touches(name: QueryName, kinds: readonly Kind[]): boolean {
  return reads[name].some((kind) => kinds.includes(kind));
}
