// Starts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { host } from "../ipc";
import "../shared/css/base.css";
import { keepWith } from "../shared/kept";
import { App } from "./App";

const root = document.getElementById("root");
if (root) {
  keepWith(await host.shell.keeper());
  createRoot(root).render(
    <StrictMode>
      <App host={host} />
    </StrictMode>,
  );
}
