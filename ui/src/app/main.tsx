// Starts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { host } from "../ipc";
import { newClient, prime } from "../queries/client";
import "../shared/css/base.css";
import { keepWith } from "../shared/kept";
import { App } from "./App";

async function start(root: HTMLElement): Promise<void> {
  const client = newClient();
  // Asked side by side, so that the first that is drawn is the workspace.
  const primed = prime(client, host.call);
  keepWith(await host.shell.keeper());
  await primed;
  createRoot(root).render(
    <StrictMode>
      <App host={host} client={client} />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);
