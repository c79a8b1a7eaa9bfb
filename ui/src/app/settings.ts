// What the officer chose about the window itself. Kept by the web view on this machine, not in the workspace.
import { useCallback, useState } from "react";
import { firstLanguage, type Language } from "../strings";

/** What was kept under a name on this machine. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`followthrough.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a few words under a name on this machine. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`followthrough.${name}`, value);
  } catch {
    // A web view without storage forgets the choice; nothing else is lost.
  }
}

export type Settings = {
  language: Language;
  setLanguage: (language: Language) => void;
  /** Whether single letters are keys (WCAG 2.1.4 wants them to be switched off where they disturb). */
  letters: boolean;
  setLetters: (on: boolean) => void;
  /** Whether the system's notification says once a day what has become due. */
  notice: boolean;
  setNotice: (on: boolean) => void;
};

export function useSettings(): Settings {
  const [language, setLanguage] = useState(() =>
    firstLanguage(window.location.search, recall("language"), navigator.languages),
  );
  const [notice, setNotice] = useState(() => recall("notice") !== "off");
  const [letters, setLetters] = useState(() => recall("letters") !== "off");
  return {
    language,
    setLanguage: useCallback((next: Language) => {
      remember("language", next);
      setLanguage(next);
    }, []),
    letters,
    setLetters: useCallback((on: boolean) => {
      remember("letters", on ? "on" : "off");
      setLetters(on);
    }, []),
    notice,
    setNotice: useCallback((on: boolean) => {
      remember("notice", on ? "on" : "off");
      setNotice(on);
    }, []),
  };
}
