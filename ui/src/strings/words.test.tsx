import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import en from "./en.json";
import { Words } from "./index";
import { type Words as Said, useWords } from "./words";

it("makes the words of a language once, however often the window is drawn", () => {
  const said = new Set<Said>();
  function Listener() {
    said.add(useWords());
    return null;
  }
  const drawn = (locale: string) => (
    <Words locale={locale} messages={en}>
      <Listener />
    </Words>
  );
  const { rerender } = render(drawn("en-GB"));
  rerender(drawn("en-GB"));
  expect(said.size).toBe(1);
  rerender(drawn("en-US"));
  expect(said.size).toBe(2);
});
