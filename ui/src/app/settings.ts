// What the officer chose about the window itself. Kept on this machine, not in the workspace.
import { useMemo, useState } from "react";
import { keep, kept } from "../shared/kept";
import { firstLanguage, type Language } from "../strings";

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
    firstLanguage(window.location.search, kept("language"), navigator.languages),
  );
  const [notice, setNotice] = useState(() => kept("notice") !== "off");
  const [letters, setLetters] = useState(() => kept("letters") !== "off");
  return useMemo(
    () => ({
      language,
      setLanguage: (next) => {
        keep("language", next);
        setLanguage(next);
      },
      letters,
      setLetters: (on) => {
        keep("letters", on ? "on" : "off");
        setLetters(on);
      },
      notice,
      setNotice: (on) => {
        keep("notice", on ? "on" : "off");
        setNotice(on);
      },
    }),
    [language, letters, notice],
  );
}
