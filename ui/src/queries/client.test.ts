import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { age, BESIDE, key, newClient } from "./client";
import { type QueryName, touches } from "./reads";
import { pagesFor } from "./rows";

describe("what grows old after an edit", () => {
  it("is what reads one of its kinds", () => {
    expect(touches("Overdue", ["due"])).toBe(true);
    expect(touches("Overdue", ["theme"])).toBe(false);
    expect(touches("Workspace", ["theme"])).toBe(true);
    expect(touches("ReadDue", ["update"])).toBe(false);
    expect(touches("Counts", [])).toBe(false);
  });
  it("is marked so in the cache, and nothing else is", async () => {
    const client = newClient();
    const overdue = key("Overdue", { limit: 100 }, {});
    const read = key("ReadDue", { words: "2024" }, {});
    client.setQueryData(overdue, {});
    client.setQueryData(read, {});
    await age(client, ["commitment"]);
    expect(client.getQueryState(overdue)?.isInvalidated).toBe(true);
    expect(client.getQueryState(read)?.isInvalidated).toBe(false);
  });
  it.each([
    ["the numbers at the side", "Counts", undefined],
    ["what a form picks from", "List", BESIDE],
  ] as const)("does not wait for %s, asked again all the same", async (_, name, meta) => {
    const client = newClient();
    const asked: string[] = [];
    let answer = () => {};
    const watch = (name: QueryName, queryFn: () => Promise<unknown>, meta?: { beside: boolean }) =>
      new QueryObserver(client, {
        queryKey: key(name, {}, {}),
        queryFn,
        ...(meta ? { meta } : {}),
      }).subscribe(() => {});
    watch("Overdue", async () => asked.push("Overdue"));
    watch(
      name,
      () => {
        asked.push(name);
        return new Promise((done) => {
          answer = () => done({});
        });
      },
      meta,
    );
    answer();
    await client.refetchQueries({ queryKey: key("Overdue", {}, {}) });
    asked.length = 0;
    await age(client, ["commitment", "actor"]);
    expect(asked).toEqual(["Overdue"]);
    await vi.waitFor(() => expect(asked).toEqual(["Overdue", name]));
    answer();
  });
  it("keeps answers of different days apart", () => {
    expect(key("Counts", {}, {})).not.toEqual(key("Counts", {}, { as_of: "2024-01-01" }));
  });
});

describe("windows of rows", () => {
  it("asks for the pages in sight and always for the first", () => {
    expect(pagesFor([])).toEqual([0]);
    expect(pagesFor([[0, 90]])).toEqual([0]);
    expect(pagesFor([[35, 190]])).toEqual([0, 1]);
    expect(pagesFor([[99_890, 99_999]])).toEqual([0, 998, 999]);
    // Between them rows are folded away.
    expect(
      pagesFor([
        [20, 30],
        [250_000, 250_010],
        [299_999, 299_999],
      ]),
    ).toEqual([0, 2500, 2999]);
  });
});
