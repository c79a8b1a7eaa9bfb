// Which languages this machine has no letters for. Looked at once, when first asked.
import { hasLetters, pen } from "../shared/ui/glyphs";
import { type Language, languages } from "../strings";

let found: ReadonlySet<Language> | undefined;

export function withoutLetters(): ReadonlySet<Language> {
  if (found) return found;
  const draw = pen(getComputedStyle(document.body).fontFamily);
  const missing = Object.entries(languages).filter(
    ([, { letters }]) => draw && letters && !hasLetters(letters, draw),
  );
  found = new Set(missing.map(([language]) => language as Language));
  return found;
}
