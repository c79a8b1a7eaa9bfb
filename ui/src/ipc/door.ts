// What the window may ask of the core (`Door`) and of the program around it (`Shell`): two interfaces, two makings of
// each (tauri.ts, http.ts). Nothing above this folder knows which one is there. No state lives here.
import type { Commands, Envelope, Grant, Outcome, Problem } from "./commands";

export type Name = keyof Commands;
export type Args<N extends Name> = Commands[N]["args"];
export type Reply<N extends Name> = Commands[N]["reply"];

/** The commands that change the workspace. */
export type EditName = { [N in Name]: Commands[N]["sort"] extends "edit" ? N : never }[Name];

export type Call = <N extends Name>(
  name: N,
  args: Args<N>,
  envelope?: Envelope,
) => Promise<Outcome<Reply<N>>>;

export type OpenKind = "workspace" | "evidence";
export type SaveKind = "workspace" | "copy" | "summary" | "evidence" | "picture" | "text";
export type Dropped = { grants: Grant[]; x: number; y: number };
export type Stop = () => void;

/** What this machine remembers between starts, by name. */
export interface Keeper {
  read(name: string): string | null;
  /** null: forgets it. Never fails: what cannot be written is forgotten at the end, and nothing else is lost. */
  write(name: string, value: string | null): void;
}

export interface Shell {
  pickFile(kind: OpenKind): Promise<Grant | null>;
  pickSave(kind: SaveKind, suggestedName: string): Promise<Grant | null>;
  /** Files dropped on the window, wherever they fell. */
  onDropped(listener: (dropped: Dropped) => void): Stop;
  /** Files are being dragged over the window, or no longer. */
  onDrag(listener: (over: boolean) => void): Stop;
  /** A file that the web view itself holds (pasted, or dropped inside a browser). */
  stage(file: File): Promise<Grant>;
  takeLaunchFile(): Promise<Grant | null>;
  /** Asked once, at the start. */
  keeper(): Promise<Keeper>;
  newWindow(): Promise<void>;
  /** Shows a written file in its folder. */
  reveal(grant: Grant): Promise<void>;
  /** Opens the mail program at a `mailto:` address. */
  mail(url: string): Promise<void>;
  setTitle(title: string): Promise<void>;
  /** A notification of the system; nothing where there are none. */
  notify(title: string, body: string): Promise<void>;
  /** The words of the native menu, by the ids of its entries; those it does not know are passed over. */
  setMenu(labels: Record<string, { label: string }>): Promise<void>;
  onMenu(listener: (action: string) => void): Stop;
}

export type Host = { call: Call; shell: Shell };

/** A refusal of the core. `message` is a sentence for the officer, shown as it is. */
export class Refusal extends Error {
  readonly code: string;
  readonly detail: unknown;
  /** The argument that it is about, if it is about one. */
  readonly field: string | undefined;
  constructor(problem: Problem) {
    super(problem.message);
    this.code = problem.code;
    this.detail = problem.detail;
    this.field = problem.field ?? undefined;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** Whatever a call was rejected with, as a refusal. */
export function asRefusal(reason: unknown): Refusal {
  if (reason instanceof Refusal) return reason;
  if (isProblem(reason)) return new Refusal(reason);
  if (typeof reason === "string") {
    try {
      const parsed: unknown = JSON.parse(reason);
      if (isProblem(parsed)) return new Refusal(parsed);
    } catch {
      // Not JSON: the words themselves are the message.
    }
    return new Refusal({ code: "unknown", message: reason, detail: null });
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  return new Refusal({ code: "unknown", message, detail: null });
}
