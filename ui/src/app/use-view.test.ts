import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keep, kept } from "../shared/kept";
import { leftView, useView } from "./use-view";
import { firstView } from "./view";

const files = ["/a", "/b"];
const forgotten = () => {
  for (const file of files) keep(`view ${file}`, null);
};

describe("the view of a workspace", () => {
  afterEach(() => {
    forgotten();
    vi.useRealTimers();
  });
  it("is kept as it is shown first, also where nothing was remembered", () => {
    vi.useFakeTimers();
    const { result } = renderHook(() => useView(null));
    act(() => result.current.restore("/a"));
    act(() => result.current.memory.keep(firstView.place, { first: 3 }));
    act(() => vi.advanceTimersByTime(300));
    expect(kept("view /a")).not.toBeNull();
    expect(leftView("/a")).toEqual(firstView);
  });
  it("is not that of the workspace that was shown before", () => {
    vi.useFakeTimers();
    keep("view /b", null);
    const { result } = renderHook(() => useView("/a"));
    act(() => result.current.go({ do: "select", item: "x" }));
    act(() => {
      result.current.go({ do: "select", item: "y" });
      result.current.restore("/b");
    });
    act(() => vi.advanceTimersByTime(300));
    expect(leftView("/b").item).toBeNull();
    expect(leftView("/a").item).toBe("x");
  });
});
