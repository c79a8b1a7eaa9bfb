import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createTranslator } from "use-intl/core";
import { describe, expect, it, vi } from "vitest";
import { faults, show } from "../../../test/host";
import en from "../../strings/en.json";
import type { Words } from "../../strings/words";
import { bandWords } from "./Ages";
import { around, FilterBox } from "./FilterBox";

describe("the filter of a list", () => {
  it("shows the place that is wrong, counted in characters", () => {
    expect(around("lead:DPO staus:open", { place: 10, len: 5 })).toEqual(["lead:DPO ", "staus", ":open"]);
    expect(around("𝒜 due<", { place: 7, len: 0 })).toEqual(["𝒜 due<", "", ""]);
    expect(around("x", null)).toBeNull();
  });
  it("keeps what was typed where it is refused, and applies what is not", async () => {
    const onApply = vi
      .fn()
      .mockResolvedValueOnce({ message: "There is no field “staus”.", detail: { place: 1, len: 5 } })
      .mockResolvedValueOnce(null);
    const { container } = show(<FilterBox value="" onApply={onApply} onSave={null} />);
    const box = screen.getByRole("textbox", { name: "Filter of the list" });
    await userEvent.type(box, "staus:open{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("There is no field “staus”.");
    expect(container.querySelector("mark")?.textContent).toBe("staus");
    expect(await faults(container)).toEqual([]);
    await userEvent.clear(box);
    await userEvent.type(box, "status:open{Enter}");
    expect(onApply).toHaveBeenLastCalledWith("status:open");
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("the words of a band of days", () => {
  const words = {
    t: createTranslator({ locale: "en", messages: en as never }),
  } as unknown as Words;
  it.each([
    [{ from_days: 1, to_days: 365, count: 2 }, "2 under a year"],
    [{ from_days: 366, to_days: 730, count: 2 }, "2 from 1 to 2 years"],
    [{ from_days: 1096, to_days: null, count: 2 }, "2 over 3 years"],
    [{ from_days: 1, to_days: 30, count: 4 }, "4 up to 30 days"],
    [{ from_days: 31, to_days: 90, count: 4 }, "4 from 31 to 90 days"],
    [{ from_days: 91, to_days: null, count: 4 }, "4 over 91 days"],
  ])("%o", (band, said) => expect(bandWords(words, band)).toBe(said));
});
