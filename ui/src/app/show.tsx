// Draws the window. Its code is loaded while the first questions are being answered.
import type { QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Host } from "../queries/types";
import { App } from "./App";

export function show(root: HTMLElement, host: Host, client: QueryClient, first: string | null): void {
  createRoot(root).render(
    <StrictMode>
      <App host={host} client={client} first={first} />
    </StrictMode>,
  );
}
