// Starts the window: asks what the first screen shows, and meanwhile loads what draws it.
import { host } from "../ipc";
import { newClient } from "../queries/client";
import "../shared/css/base.css";
import { keepWith } from "../shared/kept";
import { prime } from "./prime";

async function start(root: HTMLElement): Promise<void> {
  const client = newClient();
  const kept = host.shell.keeper().then(keepWith);
  const asked = Promise.all([prime(client, host.call, kept), kept]);
  const { show } = await import("./show");
  const [first] = await asked;
  show(root, host, client, first);
}

const root = document.getElementById("root");
if (root) void start(root);
