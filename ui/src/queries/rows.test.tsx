import { act } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost, show } from "../../test/host";
import { useAge } from "./door";
import { type RowsReply, useRows } from "./rows";

const PAGE = { as_of: "2026-11-20", undated: 0, bands: [], groups: [], filter: null };
const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `c${i}` }));

/** A list of 250 that is counted slowly: its first rows come before. `soon`: so many times its first page has the count. */
function open(soon = 0) {
  let counted = (_: unknown) => {};
  let refused = (_: unknown) => {};
  let times = soon;
  const { host, asked } = fakeHost({
    List: ((args: { within?: number; limit: number }) =>
      args.within === undefined
        ? new Promise((done, fail) => {
            counted = done;
            refused = fail;
          })
        : times-- > 0
          ? { ...PAGE, counted: true, total: 250, commitments: rows(args.limit) }
          : { ...PAGE, counted: false, total: 100, commitments: rows(args.limit) }) as () => never,
  });
  let whole: Promise<number> = Promise.resolve(-1);
  function List() {
    const age = useAge();
    const [sort, setSort] = useState<string | null>(null);
    const [, setPressed] = useState(0);
    const list = useRows<{ id: string }>(
      { name: "List", args: { kind: "commitments", filter: "slips>1", ...(sort ? { sort } : {}) } },
      (reply: RowsReply) => (reply as unknown as { commitments: { id: string }[] }).commitments,
    );
    return (
      <>
        <button
          type="button"
          onClick={() => {
            whole = list.whole();
            setPressed((before) => before + 1);
          }}
        >
          {`${list.loading} ${list.total} ${list.counted} ${list.row(99)?.id}`}
          {list.old ? " old" : ""}
        </button>
        <button
          type="button"
          className="again"
          onClick={() => list.again?.()}
          title={list.refusal?.message}
        />
        <button type="button" className="edit" onClick={() => void age(["commitment"])} />
        <button type="button" className="sort" onClick={() => setSort("due")} />
      </>
    );
  }
  const { container } = show(<List />, host);
  return {
    text: () => container.textContent,
    asked: () => asked.map(({ args }) => (args as { within?: number }).within ?? null),
    press: () => act(() => container.querySelector("button")?.click()),
    /** What was done: an edit, or another order. */
    after: (what: "edit" | "sort") =>
      act(async () => {
        container.querySelector<HTMLElement>(`.${what}`)?.click();
        await vi.advanceTimersByTimeAsync(200);
      }),
    count: () =>
      act(async () => {
        counted({ ...PAGE, counted: true, total: 250, commitments: rows(1) });
        await vi.advanceTimersByTimeAsync(10);
      }),
    whole: () => whole,
    refuse: () =>
      act(async () => {
        refused({ code: "busy", message: "Another program has the file.", detail: null });
        await vi.advanceTimersByTimeAsync(10);
      }),
    refusal: () => container.querySelector<HTMLElement>(".again")?.title,
    again: () => act(async () => container.querySelector<HTMLElement>(".again")?.click()),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a list that is counted slowly", () => {
  it("shows its first rows, and how many there are when that is known", async () => {
    const list = open();
    expect(list.text()).toBe("true 0 false undefined");
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(list.text()).toBe("false 100 false c99");
    expect(list.asked()).toEqual([12, null]);
    await list.count();
    expect(list.text()).toBe("false 250 true c99");
  });
  it.each([
    ["an edit", "edit"],
    ["another order", "sort"],
  ] as const)("keeps the number that is known until it is counted anew: after %s", async (_, what) => {
    const list = open(1);
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(list.text()).toBe("false 250 true c99");
    await list.after(what);
    expect(list.text()).toBe("false 250 true c99 old");
    expect(list.asked()).toEqual([12, 12, null]);
    await list.count();
    list.press();
    expect(list.text()).toBe("false 250 true c99");
  });
  it("tells the whole number to who waits for it, and counts once", async () => {
    const list = open();
    await act(() => vi.advanceTimersByTimeAsync(10));
    list.press();
    await list.count();
    await expect(list.whole()).resolves.toBe(250);
    expect(list.asked().length).toBe(2);
  });
  it("asks for its number again, by the officer's wish, where that was refused", async () => {
    const list = open();
    await act(() => vi.advanceTimersByTimeAsync(10));
    await list.refuse();
    expect(list.refusal()).toBe("Another program has the file.");
    await list.again();
    await list.count();
    expect(list.refusal()).toBe("");
    expect(list.text()).toBe("false 250 true c99");
  });
});
