import { describe, expect, it } from "vitest";
import { actionIds, known, possible, strokeOf } from "./actions";
import { queues } from "./queues";
import { firstView, step, type View } from "./view";

const through = (...steps: Parameters<typeof step>[1][]): View => steps.reduce(step, firstView);

describe("the way back", () => {
  it("goes one step at a time, the nearest first", () => {
    let view = through(
      { do: "select", item: "c1" },
      { do: "open", item: "r1" },
      { do: "history" },
      { do: "form", form: { name: "edit" } },
      { do: "window", window: "palette" },
    );
    // Only a run that is under way shows its page in place of its card.
    expect(view.review).toBeNull();
    view = step(view, { do: "back" });
    expect([view.window, view.form?.name]).toEqual([null, "edit"]);
    view = step(view, { do: "back" });
    expect([view.form, view.history]).toEqual([null, true]);
    view = step(view, { do: "back" });
    expect([view.history, view.item]).toEqual([false, "r1"]);
    view = step(view, { do: "back" });
    expect([view.item, view.trail]).toEqual(["c1", []]);
    view = step(view, { do: "back" });
    expect([view.item, view.pane]).toEqual(["c1", "list"]);
  });
  it("leads from the list of a mark to the picture and its day", () => {
    let view = through(
      { do: "go", place: { at: "picture", picture: "over_time" } },
      { do: "filter", filter: "lead:DPO" },
      { do: "follow", place: { at: "queue", queue: "all" }, filter: "status:open", asOf: "2024-12-31" },
    );
    expect([view.filter, view.asOf]).toEqual(["status:open", "2024-12-31"]);
    view = step(step(view, { do: "open", item: "c1" }), { do: "back" });
    expect([view.pane, view.place.at]).toEqual(["list", "queue"]);
    view = step(view, { do: "back" });
    expect([view.place.at, view.filter, view.asOf, view.item]).toEqual(["picture", "lead:DPO", null, null]);
  });
  it("keeps the item when its own list is asked for again", () => {
    const view = through({ do: "select", item: "c1" }, { do: "go", place: firstView.place });
    expect(view.item).toBe("c1");
    expect(step(view, { do: "go", place: { at: "actors" } }).item).toBeNull();
  });
});

describe("the tables of acts and queues", () => {
  it("gives no key to two acts", () => {
    const all = [
      ...actionIds.flatMap((id) => [...(known(id).strokes ?? [])]),
      ...queues.flatMap((one) => (one.stroke ? [one.stroke] : [])),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
  it("offers what fits the item", () => {
    const here = { type: "commitment", deleted: false, readOnly: false } as const;
    expect(possible("log-update", here)).toBe(true);
    expect(possible("add-addressee", here)).toBe(false);
    expect(possible("log-update", { ...here, deleted: true })).toBe(false);
    expect(possible("restore", { ...here, deleted: true })).toBe(true);
    expect(possible("log-update", { ...here, readOnly: true })).toBe(false);
    expect(possible("export", { ...here, readOnly: true })).toBe(true);
    expect(strokeOf("log-update")).toBe("u");
  });
});
