// What a list can be grouped by, and how a group is headed.
import type { RowsReply } from "../../queries/rows";
import type { Group } from "../../queries/types";
import type { GridGroup } from "../../shared/grid/Grid";
import { daysBetween, type Words } from "../../strings/words";

/** The ways to group, in the order of the menu. */
export const ways = {
  commitments: [
    "lead",
    "source",
    "theme",
    "status",
    "health",
    "priority",
    "force",
    "handler",
    "kind",
    "level",
    "month",
    "decision",
  ],
  recommendations: ["source", "theme", "priority", "force", "decision"],
} as const;

type GroupBy = (typeof ways)["commitments"][number];

/** The words of closed lists by which rows are grouped. */
const listOf: Partial<Record<GroupBy, string>> = {
  status: "status",
  health: "health",
  priority: "priority",
  force: "force",
  kind: "commitmentKind",
  level: "actorLevel",
  decision: "decisionKind",
};

export function groupName(words: Words, by: string, group: Group): string {
  const { t } = words;
  if (group.actor) return group.actor.name;
  if (group.key === null) return by === "lead" ? t("overdue.noLead") : t("list.noGroup");
  if (by === "month") return words.roughly(group.key);
  const word = `${listOf[by as GroupBy]}.${group.key}` as "status.suspended";
  return t.has(word) ? t(word) : (group.name ?? group.key);
}

export function gridGroups(words: Words, by: string): (reply: RowsReply) => GridGroup[] {
  const { t } = words;
  return (reply) =>
    reply.groups.map((group) => {
      const name = groupName(words, by, group);
      const many =
        group.overdue > 0 && group.oldest
          ? t("overdue.group", { count: group.overdue, days: daysBetween(group.oldest, reply.as_of) })
          : t("list.inGroup", { count: group.count });
      return {
        key: group.key ?? "none",
        start: group.start,
        count: group.count,
        said: `${name}, ${many}`,
        label: (
          <>
            <bdi>{name}</bdi> <small>{many}</small>
          </>
        ),
      };
    });
}
