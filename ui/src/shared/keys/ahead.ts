// What is typed between the key that opens the search and the moment when its field is there: its code may still be on the
// way. Kept for that field, so that no letter is lost or taken for an act.

let typed = "";

export function typeAhead(letter: string): void {
  typed += letter;
}

/** What was typed so far; it is given once. */
export function takeAhead(): string {
  const ahead = typed;
  typed = "";
  return ahead;
}
