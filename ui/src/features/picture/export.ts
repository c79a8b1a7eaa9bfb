// A picture that stands alone, for a report or a mail: white ground, its sentence, its day, its signs, where it is from.
// SVG as text with everything in it, or PNG at twice the size. Nothing of the page's style is needed to show it.
import { element, onPaper, sign } from "./look";
import { measureIn, type PlotModule, type Shown, wrap } from "./shown";

const WIDTH = 960;
const EDGE = 24;
const FONT = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif";

export type Paper = {
  /** Below the title: what is counted, of which day, with which filter. */
  under: readonly string[];
  /** At the foot. */
  foot: readonly string[];
  rtl: boolean;
  language: string;
};

/** The picture as the text of an SVG file. */
export function standalone(
  shown: Shown,
  plot: PlotModule,
  paper: Paper,
): { svg: string; width: number; height: number } {
  const { rtl } = paper;
  const room = WIDTH - 2 * EDGE;
  const measure = measureIn(FONT);
  const parts: Element[] = [];
  let y = EDGE;
  const line = (text: string, size: number, weight: number, fill: string) => {
    y += size * 1.3;
    parts.push(
      element(
        "text",
        {
          x: rtl ? WIDTH - EDGE : EDGE,
          y: Math.round(y),
          "text-anchor": rtl ? "end" : "start",
          "font-size": size,
          "font-weight": weight,
          fill,
        },
        [`\u2068${text}\u2069`],
      ),
    );
  };
  for (const text of wrap(shown.title, room, measureIn(FONT, 20, 650))) line(text, 20, 650, onPaper.ink);
  y += 6;
  for (const text of paper.under.flatMap((one) => wrap(one, room, measureIn(FONT, 13))))
    line(text, 13, 400, onPaper.ink2);
  y += 12;
  let x = EDGE;
  for (const [i, { label, look }] of shown.legend.entries()) {
    const wide = 18 + 6 + Math.ceil(measure(label)) + 18;
    if (x + wide > WIDTH - EDGE && x > EDGE) [x, y] = [EDGE, y + 20];
    const left = rtl ? WIDTH - x - 18 : x;
    parts.push(element("g", { transform: `translate(${left},${y})` }, sign(`sign${i}`, look, onPaper)));
    parts.push(
      element(
        "text",
        {
          x: rtl ? left - 6 : left + 24,
          y: y + 10,
          "text-anchor": rtl ? "end" : "start",
          "font-size": 12,
          fill: onPaper.ink,
        },
        [`\u2068${label}\u2069`],
      ),
    );
    x += wide;
  }
  if (shown.legend.length > 0) y += 24;
  const inner = shown.draw(plot, { width: room, rtl, colours: onPaper, font: FONT, measure, id: "part" });
  inner.setAttribute("x", String(EDGE));
  inner.setAttribute("y", String(Math.round(y)));
  for (const node of inner.querySelectorAll("[data-spot]")) node.removeAttribute("data-spot");
  parts.push(inner);
  y += Number(inner.getAttribute("height") ?? 0) + 4;
  for (const text of [...shown.notes, ...paper.foot].flatMap((one) => wrap(one, room, measure)))
    line(text, 12, 400, onPaper.ink2);
  const height = Math.ceil(y + EDGE);
  const svg = element(
    "svg",
    {
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      lang: paper.language,
      "font-family": FONT,
    },
    [
      element("title", {}, [shown.title]),
      element("rect", { width: WIDTH, height, fill: "#ffffff" }),
      ...parts,
    ],
  );
  return { svg: new XMLSerializer().serializeToString(svg), width: WIDTH, height };
}

/** An SVG as the bytes of a PNG, at twice its size. */
export async function asPng(drawn: { svg: string; width: number; height: number }): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width * 2;
  canvas.height = drawn.height * 2;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(2, 2);
  context.drawImage(image, 0, 0, drawn.width, drawn.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
