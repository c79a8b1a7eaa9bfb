// Sends a file that the web view holds to the core, piece by piece. It never holds more than one piece in memory.
import type { Grant } from "./commands";
import type { Call } from "./door";

export const PIECE = 256 * 1024;

function base64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsDataURL(piece);
  });
}

export async function stage(call: Call, file: File): Promise<Grant> {
  let grant: Grant | null = null;
  let at = 0;
  do {
    const data = file.size === 0 ? "" : await base64(file.slice(at, at + PIECE));
    const outcome: { reply: Grant } = await call("Stage", {
      name: file.name,
      data,
      grant: grant?.grant ?? null,
    });
    grant = outcome.reply;
    at += PIECE;
  } while (at < file.size);
  return grant;
}
