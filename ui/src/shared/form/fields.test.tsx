import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { faults, show } from "../../../test/host";
import { Choice, Line } from "./fields";

const options = [
  { id: "a", label: "First" },
  { id: "b", label: "Second" },
];
const nothing = () => {};

it.each([
  ["b", undefined, "Which: Second"],
  ["", undefined, "Which: Choose…"],
  ["", "Unchanged", "Which: Unchanged"],
])("names a choice (%s, %s) in one piece, as it is shown", async (value, empty, name) => {
  const more = empty === undefined ? {} : { empty };
  const { container } = show(
    <Choice label="Which" options={options} value={value} onChange={nothing} {...more} />,
  );
  const button = screen.getByRole("button", { name });
  expect(name).toContain(button.textContent);
  expect(await faults(container)).toEqual([]);
});

it("keeps the sign of what is needed out of the label", () => {
  show(<Line label="Title" required value="" onChange={nothing} />);
  const field = screen.getByRole("textbox", { name: "Title" });
  const label = document.getElementById(field.getAttribute("aria-labelledby") ?? "");
  expect(label?.textContent).toBe("Title");
  expect(screen.getByText("*")).toBeTruthy();
});
