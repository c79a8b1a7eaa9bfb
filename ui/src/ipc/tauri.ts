// The door and the shell inside the desktop window. The only importer of @tauri-apps/*.
import { invoke } from "@tauri-apps/api/core";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";
import type { Grant, Outcome } from "./commands";
import { asRefusal, type Call, type Dropped, type Host, type Stop } from "./door";
import { type Kept, makeKeeper } from "./keeper";
import { stage } from "./stage";

async function ask<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (reason) {
    throw asRefusal(reason);
  }
}

const call: Call = (name, args, envelope = {}) => ask<Outcome<never>>("call", { name, args, envelope });

/** `listen` answers its stopper later; this stops it whenever it has come. Only what was sent to this window is heard. */
function hear<T>(event: string, heard: (payload: T) => void): Stop {
  const stopper = getCurrentWebviewWindow().listen<T>(event, (message) => heard(message.payload));
  return () => void stopper.then((stop) => stop());
}

export const tauri: Host = {
  call,
  shell: {
    pickFile: (kind) => ask<Grant | null>("pick_file", { kind }),
    pickSave: (kind, suggested) => ask<Grant | null>("pick_save", { kind, suggested }),
    onDropped: (listener) => hear<Dropped>("dropped", listener),
    onDrag: (listener) => hear<{ phase: string }>("drag", ({ phase }) => listener(phase === "over")),
    stage: (file) => stage(call, file),
    async keeper() {
      const keeper = makeKeeper(await ask("kept"), (changes) => ask("keep", { changes }));
      hear<Kept[]>("kept", keeper.heard);
      return keeper;
    },
    takeLaunchFile: () => ask<Grant | null>("take_launch_file"),
    newWindow: () => ask<void>("new_window"),
    reveal: (grant) => ask<void>("reveal", { grant: grant.grant }),
    mail: (url) => ask<void>("mail", { url }),
    setTitle: (title) => ask<void>("set_title", { title }),
    notify: (title, body) => ask<void>("notify", { title, body }),
    setMenu: (labels) => ask<void>("set_menu", { labels }),
    onMenu: (listener) => hear<string>("menu", listener),
  },
};
