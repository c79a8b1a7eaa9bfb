import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeHost, show } from "../../../test/host";
import { stopNewest } from "../../queries/jobs";
import type { Call } from "../../queries/types";
import { nextSpot } from "./Figure";
import { PictureView } from "./PictureView";
import { cut, type Spot, terms, wrap } from "./shown";

const seven = (text: string) => text.length * 7;

describe("text in a picture", () => {
  it("is cut to its room", () => {
    expect(cut("Department", 100, seven)).toBe("Department");
    expect(cut("Department of Peace", 56, seven)).toBe("Departm…");
  });
  it("is broken into lines, and the last is cut", () => {
    expect(wrap("one two three", 49, seven)).toEqual(["one two", "three"]);
    expect(wrap("one two three four", 49, seven, 2)).toEqual(["one two", "three…"]);
    expect(wrap("维持和平行动部", 21, seven)).toEqual(["维持和", "平行动", "部"]);
  });
});

describe("the arrow keys", () => {
  const at = (row: number, column: number): Spot => ({ row, column, label: "", to: { item: "" } });
  // A row without its second mark; what is only in the table has no place.
  const spots = [at(0, 0), at(0, 2), at(1, 0), at(1, 1), at(2, 2), at(-1, -1)];
  it.each([
    [0, "ArrowRight", 1],
    [1, "ArrowRight", 1],
    [1, "ArrowLeft", 0],
    [1, "ArrowDown", 3],
    [3, "ArrowDown", 4],
    [4, "ArrowUp", 3],
    [2, "ArrowUp", 0],
    [3, "Home", 0],
    [0, "End", 4],
  ])("lead from %i with %s to %i", (from, key, to) => {
    expect(nextSpot(spots, from, key, false)).toBe(to);
  });
  it("go the way one reads", () => {
    expect(nextSpot(spots, 0, "ArrowLeft", true)).toBe(1);
    expect(nextSpot(spots, 0, "ArrowRight", true)).toBe(0);
  });
});

describe("the filter of a mark", () => {
  it("has no empty parts", () => expect(terms("", "status:open", "")).toBe("status:open"));
});

describe("a picture that takes long", () => {
  it("says so and can be stopped, then counted again", async () => {
    const { host } = fakeHost({});
    const asked: { name: string; args: unknown; job: string | null | undefined }[] = [];
    let stop: (reason: unknown) => void = () => {};
    const call = ((name: string, args: unknown, envelope?: { job?: string | null }) => {
      asked.push({ name, args, job: envelope?.job });
      if (name === "Cancel") {
        stop({ code: "cancelled", message: "It was stopped.", detail: null });
        return Promise.resolve({ reply: true, entry: null, kinds: [], ids: [] });
      }
      if (name === "HowFar")
        return Promise.resolve({ reply: { running: true, percent: null }, entry: null, kinds: [], ids: [] });
      return new Promise((_, reject) => {
        stop = reject;
      });
    }) as Call;
    show(
      <PictureView
        picture="status_lead"
        filter=""
        asOf="2026-11-20"
        workspace="Desk"
        onPicture={() => {}}
        onOpen={() => {}}
        head={(title, _, tools) => (
          <>
            <h1>{title}</h1>
            {tools}
          </>
        )}
        filterBox={() => null}
      />,
      { ...host, call },
    );
    await screen.findByText("Counting…");
    // Where the frame shows what is under way.
    await waitFor(() => expect(stopNewest()).toBe(true));
    await screen.findByText("Stopped");
    const without = () => asked.filter(({ name }) => name !== "HowFar");
    expect(without().map(({ name }) => name)).toEqual(["StatusBy", "Cancel"]);
    expect(without()[1]?.args).toEqual({ job: asked[0]?.job });
    fireEvent.click(screen.getByRole("button", { name: "Ask again" }));
    await waitFor(() => expect(without().length).toBe(3));
  });
});
