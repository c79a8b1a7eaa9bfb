// The door and the shell in a plain browser, against the local test host that also serves this page. Used by the tests
// and by nothing that is shipped; a browser cannot name paths, so files go up in pieces and come down as links.
import type { Grant, Outcome } from "./commands";
import { asRefusal, type Call, type Host } from "./door";
import { stage } from "./stage";

async function post<T>(path: string, body: unknown): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch (reason) {
    throw asRefusal(reason);
  }
  const reply: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw asRefusal(reply ?? `${answer.status} ${answer.statusText}`);
  return reply as T;
}

const call: Call = (name, args, envelope = {}) => post<Outcome<never>>("call", { name, args, envelope });

function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.hidden = true;
    const done = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener("change", () => done(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => done(null));
    document.body.append(input);
    input.click();
  });
}

export const http: Host = {
  call,
  shell: {
    async pickFile(kind) {
      const file = await chooseFile(kind === "workspace" ? ".followthrough" : "");
      return file ? stage(call, file) : null;
    },
    pickSave: (_kind, name) => post<Grant>("grant-output", { name }),
    onDropped(listener) {
      const over = (event: DragEvent) => event.preventDefault();
      const drop = async (event: DragEvent) => {
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        const grants: Grant[] = [];
        for (const file of files) grants.push(await stage(call, file));
        listener({ grants, x: event.clientX, y: event.clientY });
      };
      window.addEventListener("dragover", over);
      window.addEventListener("drop", drop);
      return () => {
        window.removeEventListener("dragover", over);
        window.removeEventListener("drop", drop);
      };
    },
    onDrag(listener) {
      const over = (event: DragEvent) => listener(event.dataTransfer?.types.includes("Files") ?? false);
      const leave = (event: DragEvent) => {
        if (event.relatedTarget === null) listener(false);
      };
      const drop = () => listener(false);
      window.addEventListener("dragenter", over);
      window.addEventListener("dragleave", leave);
      window.addEventListener("drop", drop);
      return () => {
        window.removeEventListener("dragenter", over);
        window.removeEventListener("dragleave", leave);
        window.removeEventListener("drop", drop);
      };
    },
    stage: (file) => stage(call, file),
    takeLaunchFile: async () => null,
    keeper: async () => ({
      read: (name) => localStorage.getItem(`followthrough.${name}`),
      write(name, value) {
        try {
          if (value === null) localStorage.removeItem(`followthrough.${name}`);
          else localStorage.setItem(`followthrough.${name}`, value);
        } catch {
          // Full: it is forgotten at the end.
        }
      },
    }),
    newWindow: async () => void window.open(window.location.href),
    reveal: async (grant) => void window.open(`out/${encodeURIComponent(grant.name)}`),
    mail: async (url) => void window.open(url, "_self"),
    setTitle: async (title) => {
      document.title = title;
    },
    notify: async (title, body) => {
      if (Notification.permission === "granted") new Notification(title, { body });
    },
    setMenu: async () => {},
    onMenu: () => () => {},
  },
};
