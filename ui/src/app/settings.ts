// What the officer chose about the window itself. Kept by the web view on this machine, not in the workspace.
import { useCallback, useState } from "react";
import { firstLanguage, type Language } from "../strings";

function stored(name: string): string | null {
  try {
    return localStorage.getItem(`followthrough.${name}`);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
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
};

export function useSettings(): Settings {
  const [language, setLanguage] = useState(() =>
    firstLanguage(window.location.search, stored("language"), navigator.languages),
  );
  const [letters, setLetters] = useState(() => stored("letters") !== "off");
  return {
    language,
    setLanguage: useCallback((next: Language) => {
      store("language", next);
      setLanguage(next);
    }, []),
    letters,
    setLetters: useCallback((on: boolean) => {
      store("letters", on ? "on" : "off");
      setLetters(on);
    }, []),
  };
}
