// The menu of what the officer chooses about the window: its language, the single-letter keys. Keeps nothing itself.
import { MenuButton } from "../shared/ui/Menu";
import { type Language, languages } from "../strings";
import { useTranslations } from "../strings/words";
import type { ActionId } from "./actions";
import type { Settings } from "./settings";

type Props = { settings: Settings; perform: (id: ActionId) => void };

export function SettingsMenu({ settings, perform }: Props) {
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
      entries={[
        {
          section: t("settings.language"),
          chosen: `lang ${settings.language}`,
          entries: Object.entries(languages).map(([id, one]) => ({
            id: `lang ${id}`,
            label: one.name,
            lang: id,
            ...(one.unreviewed ? { detail: one.unreviewed } : {}),
          })),
        },
        { separator: "keys" },
        { id: "letters", label: settings.letters ? t("settings.lettersOff") : t("settings.lettersOn") },
        { id: "keys", label: t("actions.keys"), stroke: "?" },
        { id: "about", label: t("actions.about") },
      ]}
      onAct={(id) => {
        if (id.startsWith("lang ")) settings.setLanguage(id.slice(5) as Language);
        else if (id === "letters") settings.setLetters(!settings.letters);
        else perform(id as ActionId);
      }}
    />
  );
}
