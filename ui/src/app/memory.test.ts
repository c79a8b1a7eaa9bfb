import { expect, it } from "vitest";
import { Memory } from "./memory";
import { firstView, step } from "./view";

const actors = { at: "actors" } as const;
const late = { at: "queue", queue: "overdue" } as const;

function walked(): [Memory, ReturnType<typeof step>] {
  const memory = new Memory();
  memory.keep(late, { item: "c9", filter: "lead:DPO", group: "source", index: 12, first: 8 });
  return [memory, step(firstView, { do: "go", place: actors })];
}

it("goes on where a place was left", () => {
  const [memory, view] = walked();
  const back = step(view, memory.asLeft(view, { do: "go", place: late }));
  expect([back.item, back.filter, back.group]).toEqual(["c9", "lead:DPO", "source"]);
});

it("goes where the step says, if it says", () => {
  const [memory, view] = walked();
  const other = step(
    view,
    memory.asLeft(view, { do: "go", place: late, filter: "status:open", group: null }),
  );
  expect([other.item, other.filter, other.group]).toEqual([null, "status:open", null]);
  const filtered = step(view, memory.asLeft(view, { do: "go", place: late, filter: "status:open" }));
  expect([filtered.item, filtered.filter]).toEqual([null, "status:open"]);
  const named = step(view, memory.asLeft(view, { do: "go", place: late, item: "c1" }));
  expect(named.item).toBe("c1");
});

it("is the same after a restart", () => {
  const [memory, view] = walked();
  memory.keep(actors, { item: "a1" });
  const fold = { by: "source", all: true, except: ["s1"] };
  memory.keep(late, { fold });
  const again = new Memory();
  const restored = again.load(memory.store(view));
  expect([restored.place, restored.item]).toEqual([actors, "a1"]);
  expect(again.recall(late)).toEqual({
    item: "c9",
    filter: "lead:DPO",
    group: "source",
    index: 12,
    first: 8,
    fold,
  });
});

it.each([null, "", "null", "{}", "[]", '{"place":{},"places":1}', "{"])("begins anew from %j", (text) => {
  expect(new Memory().load(text)).toEqual(firstView);
});

it("forgets the longest unseen of many places", () => {
  const memory = new Memory();
  const lead = (n: number) => ({ at: "lead", lead: { id: String(n), ref: "", name: "" } }) as const;
  for (let n = 0; n < 50; n++) memory.keep(lead(n), { index: n });
  expect(memory.recall(lead(9))).toBeUndefined();
  expect(memory.recall(lead(49))?.index).toBe(49);
});
