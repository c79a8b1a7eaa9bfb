import { notifyManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { age, key, newClient } from "./client";

describe("what an edit made old", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What is told, at which millisecond: two queries, answered after so long. */
  const told = async (first: number, second: number) => {
    const client = newClient();
    const seen: string[] = [];
    let rounds = 0;
    const ends = [
      ["Overdue", first],
      ["Show", second],
    ] as const;
    for (const [name, after] of ends)
      new QueryObserver(client, {
        queryKey: key(name, name === "Show" ? { item: "" } : {}, {}),
        queryFn: () =>
          new Promise((done) => setTimeout(() => done(`${name} ${rounds}`), rounds === 0 ? 0 : after)),
        notifyOnChangeProps: ["data"],
      }).subscribe(
        // As the hooks do it.
        notifyManager.batchCalls(
          ({ data }) => data && seen.push(`${data} at ${Math.floor((Date.now() - begun) / 10) * 10}`),
        ),
      );
    let begun = Date.now();
    await vi.advanceTimersByTimeAsync(10);
    rounds = 1;
    seen.length = 0;
    begun = Date.now();
    void age(client, ["commitment"]);
    await vi.advanceTimersByTimeAsync(1000);
    client.clear();
    return seen;
  };

  it("is drawn at once, when the last of it has come", async () => {
    expect(await told(20, 60)).toEqual(["Overdue 1 at 60", "Show 1 at 60"]);
  });
  it("is told after whoever waited for it went on, who finds it in the cache", async () => {
    const client = newClient();
    const queryKey = key("Show", { item: "" }, {});
    let round = 0;
    const heard: unknown[] = [];
    new QueryObserver(client, { queryKey, queryFn: () => ++round }).subscribe(
      notifyManager.batchCalls(({ data }) => heard.push(data)),
    );
    await vi.advanceTimersByTimeAsync(10);
    heard.length = 0;
    let found: unknown;
    const waited = age(client, ["commitment"]).then(() => {
      found = [client.getQueryData(queryKey), heard.includes(2)];
    });
    await vi.advanceTimersByTimeAsync(10);
    await waited;
    expect(found).toEqual([2, false]);
    expect(heard).toContain(2);
    client.clear();
  });
  it("is there before what goes over much is asked again", async () => {
    const client = newClient();
    const asked: string[] = [];
    for (const name of ["Show", "Counts"] as const)
      new QueryObserver(client, {
        queryKey: key(name, name === "Show" ? { item: "" } : {}, {}),
        queryFn: () => asked.push(name),
      }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    asked.length = 0;
    await age(client, ["commitment"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(["Show"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(["Show", "Counts"]);
    client.clear();
  });
  it("is not held up by what takes long", async () => {
    expect(await told(20, 400)).toEqual(["Overdue 1 at 100", "Show 1 at 400"]);
  });
});
