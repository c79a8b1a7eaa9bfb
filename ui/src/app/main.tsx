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
  const showing = import("./show");
  // The first form of a date takes the engine 15 to 30 ms, whichever it is: now, while that code is on its way.
  new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format();
  const { show } = await showing;
  const [first] = await asked;
  show(root, host, client, first);
}

const root = document.getElementById("root");
if (root) void start(root);
