// Starts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { host } from "../ipc";
import "../shared/css/base.css";
import { App } from "./App";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App host={host} />
    </StrictMode>,
  );
}
