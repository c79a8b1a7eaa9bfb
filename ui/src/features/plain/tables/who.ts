// Plain forms about actors: whom a recommendation asks and what they answered, whom we asked, who is who.
import { picked, rowsOf, type Table } from "../entry";
import { check, day, few, long, must, one, pick, picks, text } from "../fields";

const addressees = rowsOf("recommendation", (page) =>
  page.addressees.map((one) => ({
    id: one.actor.id,
    label: one.actor.name,
    values: {
      named: one.named,
      confirmed: one.confirmed,
      sent_on: one.sent_on ?? "",
      reply_by: one.reply_by ?? "",
    },
  })),
);

export const who = {
  RecordDecision: {
    group: "who",
    on: ["recommendation"],
    of: "recommendation",
    row: { arg: "actor", of: (page) => addressees(page).map(({ id, label }) => ({ id, label })) },
    fields: {
      answer: one("decisionKind", must),
      on: day({ start: "today" }),
      reason: long(),
      planned: day(),
      request: pick("request", { wide: false }),
    },
  },
  SendTo: {
    group: "who",
    on: ["recommendation"],
    of: "recommendation",
    row: { arg: "actor", of: (page) => addressees(page).map(({ id, label }) => ({ id, label })) },
    fields: { on: day({ start: "today", label: "sent_on" }), reply_by: day() },
  },
  EditAddressee: {
    group: "who",
    on: ["recommendation"],
    of: "recommendation",
    row: { arg: "actor", of: addressees },
    fields: { named: check(), confirmed: check(), sent_on: day(), reply_by: day() },
  },
  ConfirmAddressee: {
    group: "who",
    on: ["recommendation"],
    row: {
      arg: "addressee",
      of: rowsOf("recommendation", (page) =>
        page.addressees.filter((one) => !one.confirmed).map((one) => ({ id: one.id, label: one.actor.name })),
      ),
    },
    fields: {},
  },
  AddCaller: {
    group: "who",
    on: ["recommendation"],
    of: "recommendation",
    fields: { actor: pick("actor", must) },
  },
  AskActor: {
    group: "who",
    on: ["recommendation", "commitment", "source", "actor"],
    fields: {
      actor: pick("actor", {
        ...must,
        label: "asked",
        start: (page) =>
          page?.type === "actor"
            ? picked(page)
            : page?.type === "commitment"
              ? page.lead
              : page?.type === "recommendation"
                ? (page.addressees[0]?.actor ?? null)
                : null,
      }),
      text: long({ ...must, label: "question" }),
      about: picks("any", {
        ...must,
        start: (page) => (page && page.type !== "actor" ? [picked(page)] : []),
      }),
      on: day({ start: "today" }),
      reply_by: day(),
      how: text(),
    },
  },
  Remind: {
    group: "who",
    on: ["request"],
    of: "request",
    fields: { on: day({ start: "today" }), reply_by: day(), how: text(), text: long({ label: "reminder" }) },
  },
  AddPartner: {
    group: "who",
    on: ["commitment"],
    of: "commitment",
    fields: { actor: pick("actor", must), role: few("role", { start: "supporting" }) },
  },
  AddAlias: {
    group: "who",
    on: ["actor"],
    of: "item",
    fields: { alias: text({ ...must, wide: true }) },
  },
  MergeActors: {
    group: "who",
    on: ["actor"],
    of: "actor",
    fields: { into: pick("actor", must), reason: long() },
  },
} satisfies Table;
