// The words of the window: one JSON file a language, the English one giving keys and arguments their types. Languages
// stand in `languages`; a new one is a file and a line here.
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import ar from "./ar.json";
import en from "./en.json";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof en;
  }
}

export type Language = "en" | "ar";
type Told = { name: string; dir: "ltr" | "rtl"; messages: typeof en; fallback: string };

export const languages: Record<Language, Told> = {
  en: { name: "English", dir: "ltr", messages: en, fallback: "en-GB" },
  // The test of the words holds that the Arabic file has the same keys and arguments; its literal texts differ.
  ar: { name: "العربية", dir: "rtl", messages: ar as unknown as typeof en, fallback: "ar" },
};

const isLanguage = (text: string | null | undefined): text is Language => text === "en" || text === "ar";

/** ?lang=, else what was chosen before, else the system's first language that we speak. */
export function firstLanguage(search: string, stored: string | null, system: readonly string[]): Language {
  const asked = new URLSearchParams(search).get("lang");
  if (isLanguage(asked)) return asked;
  if (isLanguage(stored)) return stored;
  return system.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

/** The user's own manner of writing dates and numbers, where it is a variety of the language shown. */
export function localeFor(language: Language, system: readonly string[]): string {
  return system.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? languages[language].fallback;
}

export function Words(props: { language: Language; locale: string; children: ReactNode }) {
  return (
    <IntlProvider
      locale={props.locale}
      messages={languages[props.language].messages}
      timeZone="UTC"
      formats={{}}
    >
      {props.children}
    </IntlProvider>
  );
}
