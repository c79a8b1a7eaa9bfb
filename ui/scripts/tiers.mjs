// Holds the tiers of ui/README.md: who may import whom. Prints each import that points the wrong way and exits 1.
// It reads import statements only; it does not look at types or at what is used.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** What each tier may import besides itself. A feature is its own tier: `features/<noun>`. */
const allowed = {
  shared: [],
  ipc: [],
  strings: ["ipc/commands"],
  queries: ["ipc", "shared"],
  features: ["queries", "shared", "strings"],
  app: ["ipc", "queries", "shared", "strings", "features"],
};

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const wrong = [];
for (const file of files(src)) {
  const from = relative(src, file);
  const [tier, noun] = from.split("/");
  for (const [, spec] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
    if (spec.startsWith("@tauri-apps/") && from !== "ipc/tauri.ts") wrong.push(`${from} imports ${spec}`);
    if (!spec.startsWith(".")) continue;
    const to = normalize(join(dirname(from), spec));
    if (to.split("/")[0] === tier && (tier !== "features" || to.split("/")[1] === noun)) continue;
    if (!(allowed[tier] ?? []).some((a) => to === a || to.startsWith(`${a}/`)))
      wrong.push(`${from} imports ${to}`);
  }
}
if (wrong.length > 0) {
  console.error(`Imports against the tiers (see ui/README.md):\n  ${wrong.join("\n  ")}`);
  process.exit(1);
}
