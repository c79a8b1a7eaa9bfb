import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../test/host";
import { Button } from "./Button";

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
