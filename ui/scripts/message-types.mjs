// Writes src/strings/en.d.json.ts: the English words with their literal types, so that a message's arguments are
// typed where it is used. A test fails when the file is older than en.json.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export function declaration(json) {
  return [
    "// Generated from en.json by `npm run strings`; not edited by hand.",
    `declare const messages: ${JSON.stringify(JSON.parse(json), null, 2)};`,
    "export default messages;",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    at("../src/strings/en.d.json.ts"),
    declaration(readFileSync(at("../src/strings/en.json"), "utf8")),
  );
}
