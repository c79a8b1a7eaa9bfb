// Starts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { host } from "../ipc";
import "../shared/css/base.css";
import { keepWith } from "../shared/kept";
import { App } from "./App";

async function start(root: HTMLElement): Promise<void> {
  keepWith(await host.shell.keeper());
  createRoot(root).render(
    <StrictMode>
      <App host={host} />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);
