// How the window is built and tested. Nothing here is read at run time.
import react from "@vitejs/plugin-react";
import compile from "icu-minify/compile";
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

/** What draws the window is fetched from the start, while it is only run when the first questions have been asked. */
const early: Plugin = {
  name: "early",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const shows = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith("/app/show.tsx"));
      const link = (rel: string) => (file: string) => ({
        tag: "link",
        attrs: { rel, crossorigin: true, href: `./${file}` },
        injectTo: "head" as const,
      });
      const isNew = (file: string) => !html.includes(`"./${file}"`);
      return shows.flatMap(({ fileName, imports, viteMetadata }) => [
        ...[fileName, ...imports].filter(isNew).map(link("modulepreload")),
        ...[...(viteMetadata?.importedCss ?? [])].filter(isNew).map(link("stylesheet")),
      ]);
    },
  },
};

type Words = { [name: string]: string | Words };
type Compiled = { [name: string]: unknown };

const compiled = (words: Words): Compiled =>
  Object.fromEntries(
    Object.entries(words).map(([name, one]) => [
      name,
      typeof one === "string" ? compile(one) : compiled(one),
    ]),
  );

/** The words of each language, read now: nothing reads their plural forms and arguments at run time. */
const messages: Plugin = {
  name: "messages",
  apply: "build",
  enforce: "pre",
  config: () => ({
    resolve: {
      alias: [{ find: /^use-intl\/format-message$/, replacement: "use-intl/format-message/format-only" }],
    },
  }),
  transform: (text, id) =>
    /\/strings\/[a-z]+\.json$/.test(id)
      ? { code: JSON.stringify(compiled(JSON.parse(text))), map: null }
      : undefined,
};

export default defineConfig({
  base: "./",
  plugins: [manual, messages, react(), contentSecurityPolicy, early],
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
