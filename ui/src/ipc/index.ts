// Chooses, once at the start, where the commands go.
import type { Host } from "./door";
import { http } from "./http";
import { tauri } from "./tauri";

export const host: Host = "__TAURI_INTERNALS__" in window ? tauri : http;
