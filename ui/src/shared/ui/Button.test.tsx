import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type FormEvent, useState } from "react";
import { expect, it, vi } from "vitest";
import { show } from "../../../test/host";
import { Button, GoTo } from "./Button";

it("tells its key, whether it is shown or not, and no longer when it has none", () => {
  const both = (key: boolean) => (
    <>
      <Button {...(key ? { stroke: "mod+c" } : {})}>Copy</Button>
      <Button shortcut="n">New</Button>
    </>
  );
  const view = show(both(true));
  const keys = (name: RegExp) => screen.getByRole("button", { name }).getAttribute("aria-keyshortcuts");
  expect([keys(/Copy/), keys(/New/)]).toEqual(["Control+C", "N"]);
  view.unmount();
  show(both(false));
  expect(keys(/Copy/)).toBeNull();
});

it("does nothing while what it began is under way, and keeps the focus", async () => {
  const press = vi.fn();
  const submit = vi.fn((event: FormEvent) => event.preventDefault());
  function Saving() {
    const [isPending, begin] = useState(false);
    return (
      <form
        onSubmit={(event) => {
          submit(event);
          begin(true);
        }}
      >
        <Button type="submit" isPending={isPending} onPress={press}>
          Save
        </Button>
      </form>
    );
  }
  show(<Saving />);
  const button = screen.getByRole("button");
  await userEvent.click(button);
  await userEvent.click(button);
  expect([press.mock.calls.length, submit.mock.calls.length]).toEqual([1, 1]);
  expect([document.activeElement, button.getAttribute("aria-disabled")]).toEqual([button, "true"]);
});

it("leads to an item by pointer and by Enter", async () => {
  const go = vi.fn();
  show(<GoTo onPress={go}>A-1</GoTo>);
  await userEvent.click(screen.getByRole("link", { name: "A-1" }));
  await userEvent.keyboard("{Enter}");
  expect(go).toHaveBeenCalledTimes(2);
});
