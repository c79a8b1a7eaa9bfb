// What this machine remembers between starts: choices of the user, drafts, where a review stood. Where it is written is
// the host's affair (the `Keeper` of its door); nothing that belongs to the workspace is kept here.

/** Remembers until the page goes. */
function keepHere() {
  const held = new Map<string, string>();
  return {
    read: (name: string): string | null => held.get(name) ?? null,
    write(name: string, value: string | null): void {
      if (value === null) held.delete(name);
      else held.set(name, value);
    },
  };
}

let keeper = keepHere();

export function keepWith(of: typeof keeper): void {
  keeper = of;
}

let here = "";

/** Says which workspace is open: what is kept "here" belongs to it alone. */
export function keepFor(workspace: string): void {
  here = workspace;
}

export const inWorkspace = (name: string): string => `${name} ${here}`;

export const kept = (name: string): string | null => keeper.read(name);

/** null: forgets it. */
export const keep = (name: string, value: string | null): void => keeper.write(name, value);

/** What was kept as JSON, if it can be read and is what it should be. */
export function keptAs<T>(name: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(kept(name) ?? "null");
    return is(value) ? value : null;
  } catch {
    return null;
  }
}
