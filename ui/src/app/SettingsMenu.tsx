// The menus of what the officer chooses about the window: its language, the single-letter keys. They keep nothing.
import { MenuButton, type MenuEntry, type MenuLine } from "../shared/ui/Menu";
import { type Language, languages, noLettersInEnglish } from "../strings";
import { type Translate, useTranslations } from "../strings/words";
import type { ActionId } from "./actions";
import { withoutLetters } from "./fonts";
import type { Settings } from "./settings";

/** The choice of a language: each by its own name, with what one should know before one chooses it. */
function languageLines(settings: Settings, t: Translate): MenuEntry {
  const missing = withoutLetters();
  /** The name of a language whose own name would be a row of boxes. */
  const calledHere = (id: Language) =>
    new Intl.DisplayNames([missing.has(settings.language) ? "en" : settings.language], {
      type: "language",
    }).of(id) ?? id;
  const detail = (id: Language): Partial<MenuLine> => {
    // Said so that it can be read here.
    if (missing.has(id))
      return missing.has(settings.language)
        ? { detail: noLettersInEnglish, detailLang: "en" }
        : { detail: t("settings.noLetters") };
    const { unreviewed } = languages[id];
    return unreviewed ? { detail: unreviewed, detailLang: id } : {};
  };
  return {
    section: t("settings.language"),
    chosen: `lang ${settings.language}`,
    entries: (Object.keys(languages) as Language[]).map((id) => ({
      id: `lang ${id}`,
      ...(missing.has(id) ? { label: calledHere(id) } : { label: languages[id].name, lang: id }),
      ...detail(id),
    })),
  };
}

/** On the first screen, where nothing else is to be chosen yet. */
export function LanguageMenu({ settings }: { settings: Settings }) {
  const t = useTranslations();
  return (
    <MenuButton
      weight="plain"
      ariaLabel={`${t("settings.language")}: ${languages[settings.language].name}`}
      label={languages[settings.language].name}
      entries={() => [languageLines(settings, t)]}
      onAct={(id) => settings.setLanguage(id.slice(5) as Language)}
    />
  );
}

export function SettingsMenu({ settings, perform }: { settings: Settings; perform: (id: ActionId) => void }) {
  const t = useTranslations();
  return (
    <MenuButton
      weight="plain"
      ariaLabel={t("settings.label")}
      label={
        <svg viewBox="0 0 16 16" className="icon" aria-hidden="true">
          <path d="M2 4.500h7m3 0h2M2 11.500h2m3 0h7M10.5 2.800v3.400M5.5 9.800v3.4" />
        </svg>
      }
      entries={() => [
        languageLines(settings, t),
        { separator: "keys" },
        { id: "letters", label: settings.letters ? t("settings.lettersOff") : t("settings.lettersOn") },
        { id: "notice", label: settings.notice ? t("settings.noticeOff") : t("settings.noticeOn") },
        { id: "manual", label: t("actions.manual"), stroke: "f1" },
        { id: "keys", label: t("actions.keys"), stroke: "?" },
        { id: "about", label: t("actions.about") },
      ]}
      onAct={(id) => {
        if (id.startsWith("lang ")) settings.setLanguage(id.slice(5) as Language);
        else if (id === "letters") settings.setLetters(!settings.letters);
        else if (id === "notice") settings.setNotice(!settings.notice);
        else perform(id as ActionId);
      }}
    />
  );
}
