// Asks before anything is drawn what the first screen shows, so that it is drawn once: which workspace is open, and the
// list at which it was left. Draws nothing, and keeps nobody waiting who has a large workspace or none.
import type { QueryClient } from "@tanstack/react-query";
import { key } from "../queries/client";
import { question } from "../queries/long";
import type { Call, Reply } from "../queries/types";
import { askAhead } from "./ahead";
import { leftView } from "./use-view";

/** Milliseconds after which the window is drawn without the answers, and says that it waits. */
const PATIENCE = 300;

async function ask(client: QueryClient, call: Call, kept: Promise<void>): Promise<void> {
  const [workspace] = await Promise.all([client.fetchQuery(question(call, "Workspace", {}, {})), kept]);
  const { file } = workspace;
  if (file !== null) await askAhead(client, call, leftView(file));
}

/** Answers which workspace is open, as far as that is known. `kept`: what this machine remembers can be read. */
export async function prime(client: QueryClient, call: Call, kept: Promise<void>): Promise<string | null> {
  // What is refused here is asked again, and told, by what shows it.
  const asked = ask(client, call, kept).catch(() => {});
  await Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE))]);
  return client.getQueryData<Reply<"Workspace">>(key("Workspace", {}, {}))?.file ?? null;
}
