import { expect, it } from "vitest";
import type { Words } from "../../strings/words";
import { obstacle } from "./update-fields";

const words = { t: (id: string) => id } as unknown as Words;
const shown = (said: string) =>
  obstacle(words, { obstacle: said })
    .filter((field) => field.when ?? true)
    .map((field) => field.name);

it("asks about an obstacle only once one is said", () => {
  expect(shown(" ")).toEqual(["obstacle", "escalated_to", "practice"]);
  expect(shown("No helicopters")).toEqual([
    "obstacle",
    "obstacle_kind",
    "remedy",
    "resources",
    "resources_asked",
    "escalated_to",
    "practice",
  ]);
});
