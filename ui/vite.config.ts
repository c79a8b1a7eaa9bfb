// How the window is built and tested. Nothing here is read at run time.
import react from "@vitejs/plugin-react";
import { marked } from "marked";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ipc: http://ipc.localhost",
].join("; ");

// Only in the build: the development server needs its own inline script for hot reload.
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policy },
      injectTo: "head-prepend",
    },
  ],
};

/** The manual is written in Markdown, and in the program as HTML: nothing reads Markdown at run time. */
const manual: Plugin = {
  name: "manual",
  enforce: "pre",
  transform: (text, id) =>
    id.endsWith(".md")
      ? { code: `export default ${JSON.stringify(marked.parse(text, { async: false }))};`, map: null }
      : undefined,
};

export default defineConfig({
  base: "./",
  plugins: [manual, react(), contentSecurityPolicy],
  server: { port: 5173, strictPort: true, host: "127.0.0.1", fs: { allow: [".."] } },
  build: { target: "es2023", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
  test: {
    environment: "jsdom",
    setupFiles: ["test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    css: false,
    testTimeout: 30_000,
  },
});
