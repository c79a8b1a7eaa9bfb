import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { fakeHost, show } from "../../test/host";
import { Counted } from "./Counted";

/** Draws it as each of these one after the other; answers what was said at each. */
function said(...steps: (boolean | null)[]) {
  let next = () => {};
  function Steps() {
    const [at, setAt] = useState(0);
    next = () => setAt(at + 1);
    return <Counted counted={steps[at] ?? null} total={1234} />;
  }
  show(<Steps />, fakeHost({}).host);
  return steps.map((_, at) => {
    if (at > 0) act(() => next());
    return screen.getByRole("status").textContent;
  });
}

it("says the number that came after the rows", () => {
  expect(said(null, false, true)).toEqual(["", "", "1,234 rows in all."]);
});
it("says nothing where it came with them", () => {
  expect(said(null, true)).toEqual(["", ""]);
});
