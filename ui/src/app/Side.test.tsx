import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Dispatch } from "react";
import { expect, it, vi } from "vitest";
import { fakeHost, show } from "../../test/host";
import { Side } from "./Side";
import { home, type Place, type Step } from "./view";

const actors = (many: number) =>
  Array.from({ length: many }, (_, i) => ({
    id: `a${i}`,
    ref: `Actor ${i}`,
    name: `Actor ${i}`,
    depth: 0,
    leads: 1,
    overdue: 0,
  }));

function side(many: number, place: Place, foresee: Dispatch<Step> = () => {}) {
  const { host } = fakeHost({
    Counts: () => ({ sources: [], actors: actors(many) }) as never,
    Views: () => [],
  });
  show(<Side place={place} filter="" group={null} go={() => {}} foresee={foresee} ref={null} />, host);
}
const lines = () => screen.queryAllByRole("button", { name: /^Actor \d/ }).map((line) => line.textContent);

it("draws the first of many actors, and all when asked, with the focus on the next", async () => {
  side(300, home);
  const all = await screen.findByRole("button", { name: "By lead: Show all 300" });
  expect(lines().length).toBe(25);
  await userEvent.click(all);
  expect(lines().length).toBe(300);
  expect(document.activeElement?.textContent).toContain("Actor 25");
});
it("draws the place that is shown wherever it stands", async () => {
  side(300, { at: "lead", lead: { id: "a200", ref: "Actor 200", name: "Actor 200" } });
  const shown = await screen.findByRole("button", { name: /^Actor 200/ });
  expect(shown.getAttribute("aria-current")).toBe("page");
  expect(lines().length).toBe(26);
});
it("draws all where they are not many more", async () => {
  side(30, home);
  await screen.findByRole("button", { name: /^Actor 29/ });
  expect(within(screen.getByRole("navigation")).queryByText(/^Show all/)).toBeNull();
});
it("tells of a line that the focus comes to, or the pointer stays on", async () => {
  const foresee = vi.fn();
  side(3, home, foresee);
  const [first, second, third] = (await screen.findAllByRole("button", {
    name: /^Actor \d/,
  })) as HTMLElement[];
  const told = () => foresee.mock.calls.map(([step]) => step.place.lead.id);
  first?.focus();
  expect(told()).toEqual(["a0"]);
  if (second) {
    fireEvent.pointerEnter(second);
    fireEvent.pointerLeave(second);
  }
  if (third) fireEvent.pointerEnter(third);
  await waitFor(() => expect(told()).toEqual(["a0", "a2"]));
});
