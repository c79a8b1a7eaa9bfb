// A state told by shape and word; the colour only repeats it.
import type { ReactNode } from "react";

export type Shape = "empty" | "half" | "most" | "crossed" | "square" | "full" | "dash" | "bars";
export type Tone = "quiet" | "wait" | "done" | "late" | "soon";

const PATHS: Record<Shape, ReactNode> = {
  empty: <circle cx="6" cy="6" r="4.6" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path className="fill" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" />
    </>
  ),
  most: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path className="fill" d="M6 1.4A4.6 4.6 0 1 1 1.4 6H6z" />
    </>
  ),
  crossed: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path d="m4 4 4 4m0-4-4 4" />
    </>
  ),
  square: <rect className="fill" x="1.8" y="1.8" width="8.4" height="8.4" rx="1.4" />,
  full: (
    <>
      <circle className="fill" cx="6" cy="6" r="5" />
      <path className="cut" d="m3.6 6.2 1.7 1.7 3.2-3.6" />
    </>
  ),
  dash: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path d="M3.8 6h4.4" />
    </>
  ),
  bars: <path className="thick" d="M4.2 2.4v7.2M7.8 2.4v7.2" />,
};

/** What a mark or a tag means: its name for the one who explains it, and the sentence that the pointer is told. */
export type Meaning = { mark: string; means: string };

export function Mark(
  props: { shape: Shape; tone: Tone; label: string; strong?: boolean } & Partial<Meaning>,
) {
  return (
    <span
      className={`mark ${props.tone}${props.strong ? " strong" : ""}`}
      data-mark={props.mark}
      title={props.means}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {PATHS[props.shape]}
      </svg>
      <span className="mark-word">{props.label}</span>
    </span>
  );
}
