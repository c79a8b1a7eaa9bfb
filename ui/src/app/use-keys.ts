// Hears keys, the native menu, dropped and pasted files, and turns them into acts. What the acts do is not known here.
import { useEffect, useRef } from "react";
import { useShell } from "../queries/door";
import type { Grant } from "../queries/types";
import { pastedFile } from "../shared/form/pasted";
import { makeEcho } from "../shared/keys/echo";
import { holdKey } from "../shared/keys/held";
import { isLetter, isTyping, matches } from "../shared/keys/keys";
import { type ActionId, actionIds, isAction, known } from "./actions";

const link = /^(https?:\/\/|www\.)\S+$/i;

/** Inside windows, menus and lists of choices, keys belong to them. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog],[role=menu],[role=listbox]") !== null;
}

function actOf(event: KeyboardEvent, letters: boolean): ActionId | undefined {
  const typing = isTyping(event.target);
  const inForm = event.target instanceof Element && event.target.closest("form") !== null;
  return actionIds.find((id) =>
    known(id).strokes?.some((stroke) => {
      if (!matches(event, stroke)) return false;
      if (isLetter(stroke) || stroke.startsWith("shift+")) return letters && !typing && !inForm;
      if (stroke === "delete") return !typing && !inForm;
      // In a text field these mean the text.
      if (id === "undo" || id === "redo") return !typing;
      return true;
    }),
  );
}

export function useKeys(options: {
  perform: (id: ActionId) => void;
  letters: boolean;
  /** Opens the form, or goes to the list, that the letter belongs to. */
  form: (stroke: string) => (() => void) | undefined;
  queue: (stroke: string) => (() => void) | undefined;
  onFiles: (grants: Grant[]) => void;
  onLink: (link: string) => void;
  onRefused: (reason: unknown) => void;
  /** What a picture is called that was pasted without a name. */
  picture: string;
}): void {
  const shell = useShell();
  const now = useRef(options);
  now.current = options;

  useEffect(() => {
    const echo = makeEcho();
    const leaves = (key: string) => now.current.letters && now.current.queue(key) !== undefined;
    const onEarly = (event: KeyboardEvent) => holdKey(event, leaves);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTaken(event.target)) return;
      const { perform, letters, form, queue } = now.current;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const id = actOf(event, letters);
      if (id) {
        event.preventDefault();
        echo.done(id);
        perform(id);
      } else if (letters && plain && !isTyping(event.target)) {
        const act = form(event.key) ?? queue(event.key);
        if (act) event.preventDefault();
        act?.();
      }
    };
    const onPaste = async (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTaken(event.target)) return;
      const file = pastedFile(event.clipboardData, now.current.picture);
      const text = event.clipboardData?.getData("text/plain").trim() ?? "";
      // Among typed words only what is no words itself, and only where the form takes files.
      if (isTyping(event.target)) {
        const form = event.target instanceof Element ? event.target.closest("form") : null;
        if (!file || text !== "" || !form?.querySelector(".evidence-input")) return;
        event.preventDefault();
      }
      try {
        if (file) now.current.onFiles([await shell.stage(file)]);
        else if (link.test(text)) now.current.onLink(text);
      } catch (reason) {
        now.current.onRefused(reason);
      }
    };
    const stopMenu = shell.onMenu((id) => {
      if (!isAction(id) || echo.is(id)) return;
      if ((id === "undo" || id === "redo") && isTyping(document.activeElement)) document.execCommand(id);
      else now.current.perform(id);
    });
    const stopDrops = shell.onDropped(({ grants }) => now.current.onFiles(grants));
    window.addEventListener("keydown", onEarly, true);
    window.addEventListener("keydown", onKey);
    window.addEventListener("paste", onPaste);
    return () => {
      stopMenu();
      stopDrops();
      window.removeEventListener("keydown", onEarly, true);
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("paste", onPaste);
    };
  }, [shell]);
}
