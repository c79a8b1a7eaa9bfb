import { expect, it } from "vitest";
import { type Kept, makeKeeper } from "./keeper";

/** A host that answers when it is told to. */
function slowHost() {
  const sent: Kept[][] = [];
  const answers: (() => void)[] = [];
  const send = (changes: Kept[]) => {
    sent.push(changes);
    return new Promise<void>((answer) => answers.push(answer));
  };
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { sent, send, answer };
}

it("sends at once, then what has changed since, the last value of each", async () => {
  const { sent, send, answer } = slowHost();
  const keeper = makeKeeper({ language: "ar", old: "1" }, send);
  keeper.write("draft", "H");
  keeper.write("draft", "Ha");
  keeper.write("draft", "Hal");
  keeper.write("old", null);
  expect(sent).toEqual([[["draft", "H"]]]);
  await answer();
  expect(sent.slice(1)).toEqual([
    [
      ["draft", "Hal"],
      ["old", null],
    ],
  ]);
  await answer();
  expect([keeper.read("language"), keeper.read("draft"), keeper.read("old")]).toEqual(["ar", "Hal", null]);
  expect(sent.length).toBe(2);
});

it("does not send what is kept already", () => {
  const { sent, send } = slowHost();
  const keeper = makeKeeper({ language: "ar" }, send);
  keeper.write("language", "ar");
  keeper.write("never", null);
  expect(sent).toEqual([]);
});

it("hears other windows, but not over what it is about to say itself", async () => {
  const { send } = slowHost();
  const keeper = makeKeeper({}, send);
  keeper.write("first", "1");
  keeper.write("notice", "mine");
  keeper.heard([
    ["notice", "theirs"],
    ["language", "fr"],
  ]);
  expect([keeper.read("notice"), keeper.read("language")]).toEqual(["mine", "fr"]);
});

it("goes on after a message that failed", async () => {
  const sent: Kept[][] = [];
  const keeper = makeKeeper({}, async (changes) => {
    sent.push(changes);
    if (sent.length === 1) throw new Error("no");
  });
  keeper.write("a", "1");
  await new Promise((resolve) => setTimeout(resolve));
  keeper.write("b", "2");
  expect(sent).toEqual([[["a", "1"]], [["b", "2"]]]);
});
