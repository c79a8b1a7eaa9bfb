import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { later, loadRest } from "./later";

const Word = ({ word }: { word: string }) => <p>{word}</p>;

it("shows what stands in its place, then itself", async () => {
  let arrive = (_: typeof Word) => {};
  const Late = later<{ word: string }>(() => new Promise((done) => (arrive = done)), <p>wait</p>);
  await act(async () => void render(<Late word="here" />));
  expect(screen.getByText("wait")).toBeTruthy();
  await act(async () => arrive(Word));
  expect(screen.getByText("here")).toBeTruthy();
});

it("is drawn at once when it was loaded before, and loaded once", async () => {
  let times = 0;
  const Late = later<{ word: string }>(async () => {
    times++;
    return Word;
  });
  await loadRest();
  render(<Late word="at once" />);
  expect(screen.getByText("at once")).toBeTruthy();
  await loadRest();
  expect(times).toBe(1);
});
