import { describe, expect, it } from "vitest";
import { mailto } from "./letter";

describe("the address that opens a mail", () => {
  it.each([
    [null, "mailto:?subject=Due"],
    ["Policy desk, room 12", "mailto:?subject=Due"],
    ["Policy desk <policy@un.example>, room 12", "mailto:policy@un.example?subject=Due"],
  ])("finds the address in %j", (contact, begins) => {
    const { url, whole } = mailto(contact, "Due", "One\nTwo & three");
    expect(url).toBe(`${begins}&body=One%0D%0ATwo%20%26%20three`);
    expect(whole).toBe(true);
  });
  it("leaves out a letter that no mail program would take", () => {
    expect(mailto(null, "Due", "x".repeat(4000))).toEqual({ url: "mailto:?subject=Due", whole: false });
    // Each letter of Arabic or Chinese takes six or nine characters of an address.
    expect(mailto(null, "Due", "信".repeat(300)).whole).toBe(false);
  });
});
