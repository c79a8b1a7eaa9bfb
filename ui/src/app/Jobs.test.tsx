import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../test/host";
import { say } from "../shared/ui/announce";
import { Jobs } from "./Jobs";

it("says what was done in one place that stays, in a block that is new each time", () => {
  show(<Jobs />);
  const places = screen.getAllByRole("status");
  act(() => say("Logged."));
  const first = screen.getByText("Logged.");
  act(() => say("Logged."));
  const second = screen.getByText("Logged.");
  expect(screen.getAllByRole("status")).toEqual(places);
  expect(second).not.toBe(first);
  expect(places).toContain(second.parentElement);
  expect(second.tagName).toBe("DIV");
});
