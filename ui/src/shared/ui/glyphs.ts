// Whether this machine has letters for a script, told by what a canvas draws: what no font has is drawn as one and the
// same box (or not at all), whichever letter it is. Knows no language; the caller gives letters of the script.

/** What a letter looks like: how wide it is, and its picture as a row of numbers. */
export type Drawn = { width: number; picture: string };
export type Draw = (letter: string) => Drawn;

/** Code points that no font has: never assigned to a letter. */
const NOBODY = ["\u{10FFFE}", "\u{5FFFE}"];

const same = (one: Drawn, other: Drawn) => one.width === other.width && one.picture === other.picture;

/** Whether the letters are drawn as letters: not empty, not as the box for what is missing, and not all alike. */
export function hasLetters(letters: readonly string[], draw: Draw): boolean {
  const boxes = NOBODY.map(draw);
  const drawn = letters.map(draw);
  if (drawn.some((one) => /^0*$/.test(one.picture))) return false;
  if (drawn.some((one) => boxes.some((box) => same(box, one)))) return false;
  return drawn.some((one) => !drawn.every((other) => same(one, other)));
}

const SIZE = 24;

/** Draws with the fonts of the page. Nothing where there is no canvas: then nobody can tell. */
export function pen(family: string): Draw | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.font = `${SIZE - 8}px ${family}`;
  context.textBaseline = "middle";
  return (letter) => {
    context.clearRect(0, 0, SIZE, SIZE);
    context.fillText(letter, 0, SIZE / 2);
    const { data } = context.getImageData(0, 0, SIZE, SIZE);
    let picture = "";
    for (let at = 3; at < data.length; at += 4) picture += (data[at] ?? 0) > 96 ? "1" : "0";
    return { width: context.measureText(letter).width, picture };
  };
}
