import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { Marked, pieces } from "../../shared/ui/Marked";
import { fitting } from "./fitting";

it("marks by characters, also beyond the first plane and in Arabic", () => {
  expect(pieces("plan of camps", [[8, 13]])).toEqual(["plan of ", "camps", ""]);
  expect(pieces("𠮷𠮷 plan", [[3, 7]])).toEqual(["𠮷𠮷 ", "plan", ""]);
  expect(pieces("إدارة الدعم", [[0, 5]])).toEqual(["", "إدارة", " الدعم"]);
  const { container } = render(
    <Marked
      text="a plan, a plan"
      marks={[
        [2, 6],
        [10, 14],
      ]}
    />,
  );
  expect([...container.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["plan", "plan"]);
  expect(container.textContent).toBe("a plan, a plan");
});

it("offers lines all of whose asked words begin a word", () => {
  const lines = ["Change the due date", "Échéance", "Go to: Overdue", "前往：已逾期"].map((label) => ({
    label,
  }));
  const of = (words: string) => fitting(lines, words).map((line) => line.label);
  expect(of("du cha")).toEqual(["Change the due date"]);
  expect(of("eche")).toEqual(["Échéance"]);
  expect(of("逾期")).toEqual(["前往：已逾期"]);
  expect(of("verdue")).toEqual([]);
  expect(of(" ")).toHaveLength(4);
});
