// Reads key strokes. A stroke is written "u", "mod+k", "mod+shift+z", "f2", "?"; mod is Ctrl, or Command on a Mac.
// It does not know what the keys do.

export type Stroke = string;

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export const onMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** The letter of the key where the layout is not Latin (Arabic, Russian, Chinese), so that shortcuts work there. */
function letter(pressed: Pressed): string {
  const key = pressed.key.toLowerCase();
  if (key.length === 1 && key.charCodeAt(0) > 127 && pressed.code.startsWith("Key")) {
    return pressed.code.slice(3).toLowerCase();
  }
  return key;
}

export function matches(pressed: Pressed, stroke: Stroke, mac = onMac): boolean {
  const parts = stroke.split("+");
  const key = parts[parts.length - 1] ?? "";
  const mod = parts.includes("mod");
  if ((mac ? pressed.metaKey : pressed.ctrlKey) !== mod) return false;
  if ((mac ? pressed.ctrlKey : pressed.metaKey) || pressed.altKey) return false;
  // "?" and such need shift on some layouts and not on others.
  const sign = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!sign && pressed.shiftKey !== parts.includes("shift")) return false;
  return letter(pressed) === key;
}

/** A stroke without modifier that types a character: such keys can be switched off (WCAG 2.1.4). */
export function isLetter(stroke: Stroke): boolean {
  return stroke.length === 1;
}

/** Whether the focus is where characters are typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=spinbutton], [role=combobox], [role=searchbox]"))
    return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const NAMES: Record<string, string> = {
  escape: "Esc",
  delete: "Del",
  enter: "Enter",
  tab: "Tab",
  home: "Home",
  end: "End",
  pageup: "Page Up",
  pagedown: "Page Down",
  space: "Space",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
};

/** The parts of a stroke as they stand on key caps. */
export function caps(stroke: Stroke, mac = onMac): string[] {
  return stroke.split("+").map((part) => {
    if (part === "mod") return mac ? "⌘" : "Ctrl";
    if (part === "shift") return mac ? "⇧" : "Shift";
    if (part === "alt") return mac ? "⌥" : "Alt";
    return NAMES[part] ?? part.toUpperCase();
  });
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(stroke: Stroke, mac = onMac): string {
  return stroke
    .split("+")
    .map((part) => {
      if (part === "mod") return mac ? "Meta" : "Control";
      return part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1);
    })
    .join("+");
}
