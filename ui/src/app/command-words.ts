// What an edit is called when it is undone or shown in a history: the command's own name where we have no word for it.
import type { Words } from "../strings/words";

type T = Words["t"];

export function commandWords(t: T, command: string): string {
  const key = `commands.${command}` as "commands.LogUpdate";
  return t.has(key) ? t(key) : command;
}
