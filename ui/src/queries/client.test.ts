import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { age, key, newClient } from "./client";
import { touches } from "./reads";
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
  it("does not wait for the numbers at the side, which are asked again all the same", async () => {
    const client = newClient();
    const asked: string[] = [];
    let answer = () => {};
    const watch = (name: "Counts" | "Overdue", queryFn: () => Promise<unknown>) =>
      new QueryObserver(client, { queryKey: key(name, {}, {}), queryFn }).subscribe(() => {});
    watch("Overdue", async () => asked.push("Overdue"));
    watch("Counts", () => {
      asked.push("Counts");
      return new Promise((done) => {
        answer = () => done({});
      });
    });
    answer();
    await client.refetchQueries({ queryKey: key("Overdue", {}, {}) });
    asked.length = 0;
    await age(client, ["commitment"]);
    expect(asked).toEqual(["Overdue", "Counts"]);
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
