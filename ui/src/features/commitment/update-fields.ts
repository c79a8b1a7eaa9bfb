// The fields that logging an update and correcting one share.

import { useActorItems } from "../../queries/pickers";
import type { Health, Reach } from "../../queries/types";
import type { Field } from "../../shared/form/Form";
import { asText, type Values } from "../../shared/form/values";
import { lists } from "../../strings/lists";
import type { Words } from "../../strings/words";

const reaches: Reach[] = ["adopted", "applied", "applied_everywhere"];
const healths: Health[] = ["on_track", "at_risk", "off_track"];

/** How far it reaches and how it looks, in an update and in its correction. */
export function outlook({ t }: Words): Field[] {
  return [
    {
      name: "reach",
      kind: "choice",
      label: t("update.reach"),
      half: true,
      empty: t("form.notSaid"),
      options: reaches.map((id) => ({ id, label: t(`reach.${id}`) })),
    },
    {
      name: "health",
      kind: "choice",
      label: t("update.health"),
      half: true,
      empty: t("form.notSaid"),
      options: healths.map((id) => ({ id, label: t(`health.${id}`) })),
    },
  ];
}

/** What stands in the way, what is done about it, what others can take from it. */
export function obstacle({ t }: Words, values: Values): Field[] {
  const there = asText(values.obstacle).trim() !== "";
  return [
    { name: "obstacle", kind: "text", label: t("update.obstacle") },
    {
      name: "obstacle_kind",
      kind: "choice",
      label: t("update.obstacleKind"),
      half: true,
      when: there,
      empty: t("form.notSaid"),
      options: lists.obstacleKind.map((id) => ({ id, label: t(`obstacleKind.${id}`) })),
    },
    { name: "remedy", kind: "text", label: t("update.remedy"), half: true, when: there },
    { name: "resources", kind: "text", label: t("update.resources"), half: true, when: there },
    { name: "resources_asked", kind: "day", label: t("update.resourcesAsked"), half: true, when: there },
    {
      name: "escalated_to",
      kind: "pick",
      label: t("update.escalatedTo"),
      useItems: useActorItems,
      half: true,
    },
    {
      name: "practice",
      kind: "choice",
      label: t("update.practice"),
      half: true,
      empty: t("update.noPractice"),
      options: lists.practice.map((id) => ({ id, label: t(`practice.${id}`) })),
    },
  ];
}
