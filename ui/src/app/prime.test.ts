import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeHost } from "../../test/host";
import { key, newClient } from "../queries/client";
import { firstPage } from "../queries/rows";
import { keep } from "../shared/kept";
import { askOf } from "./ask";
import { Memory } from "./memory";
import { prime } from "./prime";
import { firstView, type View } from "./view";

const file = "/desk.followthrough";
const answers = {
  Workspace: () => ({ file }) as never,
  Overdue: () => ({ total: 7 }) as never,
  List: () => ({ total: 9 }) as never,
};
const left = (view: View) => {
  const memory = new Memory();
  memory.keep(view.place, { filter: view.filter, group: view.group });
  keep(`view ${file}`, memory.store(view));
};
const mine: View = {
  ...firstView,
  place: { at: "queue", queue: "mine" },
  filter: "slips>1",
  group: "status",
};

describe("what is asked before anything is drawn", () => {
  afterEach(() => {
    keep(`view ${file}`, null);
    keep("columns.queue.mine", null);
    vi.useRealTimers();
  });
  it.each([
    ["the first list", null, firstView],
    ["the list at which the workspace was left", mine, mine],
  ])("is the workspace, and %s as it will be asked", async (_, was, view) => {
    if (was) left(was);
    const client = newClient();
    expect(await prime(client, fakeHost(answers).host.call, Promise.resolve())).toBe(file);
    expect(client.getQueryData(key("Workspace", {}, {}))).toEqual({ file });
    const list = askOf(view);
    if (!list) throw new Error("It shows a list.");
    const [name, args] = firstPage(list);
    expect(client.getQueryData(key(name, args, {}))).toBeDefined();
  });
  it.each([
    ["sorted", mine, '{"sort":[{"id":"due","down":true}]}'],
    ["no list", { ...firstView, place: { at: "diary" } as const }, ""],
  ])("is only the workspace where what was left is %s", async (_, was, columns) => {
    left(was);
    keep("columns.queue.mine", columns);
    const { host, asked } = fakeHost(answers);
    await prime(newClient(), host.call, Promise.resolve());
    expect(asked.map(({ name }) => name)).toEqual(["Workspace"]);
  });
  it("is not waited for where it takes long, nor where nothing is open", async () => {
    expect(await prime(newClient(), fakeHost({}).host.call, Promise.resolve())).toBeNull();
    vi.useFakeTimers();
    const slow = prime(newClient(), () => new Promise(() => {}), Promise.resolve());
    await vi.advanceTimersByTimeAsync(300);
    expect(await slow).toBeNull();
  });
});
