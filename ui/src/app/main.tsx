// Starts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { host } from "../ipc";
import { newClient } from "../queries/client";
import "../shared/css/base.css";
import { keepWith } from "../shared/kept";
import { App } from "./App";
import { prime } from "./prime";

async function start(root: HTMLElement): Promise<void> {
  const client = newClient();
  const kept = host.shell.keeper().then(keepWith);
  const [first] = await Promise.all([prime(client, host.call, kept), kept]);
  createRoot(root).render(
    <StrictMode>
      <App host={host} client={client} first={first} />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);
