import { describe, expect, it } from "vitest";
import { ariaKeys, caps, isLetter, isTyping, matches } from "./keys";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe("strokes", () => {
  it("matches letters, modifiers and signs", () => {
    expect(matches(press("u"), "u", false)).toBe(true);
    expect(matches(press("u", { ctrlKey: true }), "u", false)).toBe(false);
    expect(matches(press("K", { ctrlKey: true }), "mod+k", false)).toBe(true);
    expect(matches(press("k", { metaKey: true }), "mod+k", true)).toBe(true);
    expect(matches(press("Z", { ctrlKey: true, shiftKey: true }), "mod+shift+z", false)).toBe(true);
    expect(matches(press("z", { ctrlKey: true, shiftKey: true }), "mod+z", false)).toBe(false);
    expect(matches(press("?", { shiftKey: true }), "?", false)).toBe(true);
    expect(matches(press("F2"), "f2", false)).toBe(true);
  });
  it("knows the key on an Arabic keyboard by its place", () => {
    expect(matches(press("ع", { code: "KeyU" }), "u", false)).toBe(true);
    expect(matches(press("ن", { code: "KeyK", ctrlKey: true }), "mod+k", false)).toBe(true);
  });
  it("names keys for people and for screen readers", () => {
    expect(caps("mod+shift+z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(ariaKeys("mod+k", false)).toBe("Control+K");
    expect(isLetter("u")).toBe(true);
    expect(isLetter("mod+u")).toBe(false);
  });
  it("leaves text fields alone", () => {
    const input = document.createElement("input");
    expect(isTyping(input)).toBe(true);
    input.type = "checkbox";
    expect(isTyping(input)).toBe(false);
    expect(isTyping(document.createElement("button"))).toBe(false);
  });
});
