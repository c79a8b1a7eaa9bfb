import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { asRefusal, type Call } from "../ipc/door";
import { canStop, LONG, stopNewest, under, useJobs } from "./jobs";

/** A door that answers when the test says so, and knows how far everything is. */
function door(percent: number | null) {
  const asked: { name: string; args: unknown; job: string | null | undefined }[] = [];
  const waiting = new Map<string, { resolve: (outcome: unknown) => void; reject: (why: unknown) => void }>();
  const outcome = (reply: unknown) => ({ reply, entry: null, kinds: [], ids: [] });
  const call = ((name: string, args: unknown, envelope?: { job?: string | null }) => {
    asked.push({ name, args, job: envelope?.job });
    if (name === "HowFar") return Promise.resolve(outcome({ running: true, percent }));
    if (name === "Cancel") {
      const { job } = args as { job: string };
      waiting.get(job)?.reject({ code: "cancelled", message: "It was stopped.", detail: null });
      return Promise.resolve(outcome(waiting.has(job)));
    }
    return new Promise<unknown>((resolve, reject) => waiting.set(envelope?.job ?? "", { resolve, reject }));
  }) as Call;
  return { call, asked, end: (job: string) => waiting.get(job)?.resolve(outcome(null)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("shows what is still under way after half a second, with how far it is, until it is over", async () => {
  const { call, asked, end } = door(40);
  const { result } = renderHook(useJobs);
  const done = under(call, "Check", {}, {});
  await pass(LONG - 1);
  expect(result.current.jobs).toEqual([]);
  await pass(1);
  expect(result.current.jobs).toMatchObject([{ name: "Check", percent: 40, stopping: false }]);
  end(asked[0]?.job ?? "");
  await act(() => done);
  expect(result.current.jobs).toEqual([]);
  const before = asked.length;
  await pass(5000);
  expect(asked.length).toBe(before);
});

it("ends the newest that can be ended, and tells that a person did it", async () => {
  const { call, asked } = door(null);
  const { result } = renderHook(useJobs);
  const first = under(call, "SetMany", {}, {}).catch(asRefusal);
  void under(call, "Open", { file: "g" }, {}).catch(() => {});
  await pass(LONG);
  expect(result.current.jobs.map(canStop)).toEqual([true, false]);
  const told = result.current.stopped.at;
  act(() => void stopNewest());
  expect(await first).toMatchObject({ code: "cancelled" });
  await pass(0);
  expect(result.current.stopped).toEqual({ name: "SetMany", at: told + 1 });
  expect(asked.find(({ name }) => name === "Cancel")?.args).toEqual({ job: asked[0]?.job });
  expect(stopNewest()).toBe(false);
});

it("ends without a word what nobody waits for any more", async () => {
  const { call, asked } = door(null);
  const { result } = renderHook(useJobs);
  const told = result.current.stopped.at;
  const left = new AbortController();
  const asking = under(call, "List", {}, {}, left.signal).catch(asRefusal);
  await pass(LONG + 1000);
  act(() => left.abort());
  await asking;
  expect(result.current.jobs.map(({ name }) => name)).not.toContain("List");
  expect(result.current.stopped.at).toBe(told);
  expect(asked.filter(({ name }) => name === "Cancel").length).toBe(1);
});
