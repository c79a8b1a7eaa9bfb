// Somebody's words with the places that were found in them. Places are counted in characters, as the core counts them.
import type { ReactNode } from "react";

export type MarkAt = readonly [number, number];

/** The text in pieces, every second one marked. */
export function pieces(text: string, marks: readonly MarkAt[]): string[] {
  const all = [...text];
  const found: string[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    found.push(all.slice(at, from).join(""), all.slice(from, to).join(""));
    at = to;
  }
  found.push(all.slice(at).join(""));
  return found;
}

export function Marked({ text, marks }: { text: string; marks: readonly MarkAt[] }): ReactNode {
  if (marks.length === 0) return text;
  let at = 0;
  return pieces(text, marks).map((piece, i) => {
    const key = at;
    at += piece.length + 1;
    return i % 2 === 1 ? <mark key={key}>{piece}</mark> : piece;
  });
}
