// Holds the letters of the window that asks what to make; the journeys hold the rest of the windows.
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { show } from "../../test/host";
import { NewWindow } from "./Windows";

describe("the window of what is new", () => {
  it.each([
    ["of a Latin layout", { key: "c", code: "KeyC" }, ["new-commitment"]],
    ["of a Russian layout", { key: "с", code: "KeyC" }, ["new-commitment"]],
    ["with Ctrl held, which means something else", { key: "c", code: "KeyC", ctrlKey: true }, []],
  ])("hears its letters: %s", (_, pressed, made) => {
    const perform = vi.fn();
    show(<NewWindow go={() => {}} perform={perform} />);
    fireEvent.keyDown(screen.getByText("Commitment"), pressed);
    expect(perform.mock.calls.flat()).toEqual(made);
  });
});
