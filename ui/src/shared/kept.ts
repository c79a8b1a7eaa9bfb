// What this machine remembers between starts (the web view's own storage): choices of the user, drafts, where a review
// stood. Nothing that belongs to the workspace is kept here, and a web view without storage only forgets.

let here = "";

/** Says which workspace is open: what is kept "here" belongs to it alone. */
export function keepFor(workspace: string): void {
  here = workspace;
}

export const inWorkspace = (name: string): string => `${name} ${here}`;

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`followthrough.${name}`);
  } catch {
    return null;
  }
}

/** null: forgets it. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`followthrough.${name}`);
    else localStorage.setItem(`followthrough.${name}`, value);
  } catch {
    // Full, or not allowed: it is forgotten at the end, and nothing else is lost.
  }
}

/** What was kept as JSON, if it can be read and is what it should be. */
export function keptAs<T>(name: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(kept(name) ?? "null");
    return is(value) ? value : null;
  } catch {
    return null;
  }
}
