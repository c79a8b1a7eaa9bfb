// The words of the window: one JSON file a language, the English one giving keys and arguments their types. Languages
// stand in `languages`; a new one is a file and a line here. English is always there; another language's words are
// loaded when it is chosen, and nothing is shown in it before.
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { IntlProvider, useTranslations } from "use-intl";
import en from "./en.json";
import { makeWords, WordsContext } from "./words";

export type Messages = typeof en;

declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}

export type Language = "ar" | "zh" | "en" | "fr" | "ru" | "es";
type Told = {
  /** In the language itself, as is `unreviewed`: who looks for a language reads no other. */
  name: string;
  dir: "ltr" | "rtl";
  /** The manner of dates and numbers where the system names none of this language. */
  fallback: string;
  /** Said where no native speaker of the field has read the words; the header of the file says so too. */
  unreviewed?: string;
  /** Letters of its script, to see whether this machine can draw them; for each other than the Latin one. */
  letters?: readonly string[];
  load: () => Promise<{ default: unknown }>;
};

/** In the order of the United Nations, by their English names. */
export const languages: Record<Language, Told> = {
  ar: {
    name: "العربية",
    dir: "rtl",
    fallback: "ar",
    unreviewed: "ترجمة لم تُراجَع بعد",
    letters: ["ع", "ن", "ق"],
    load: () => import("./ar.json"),
  },
  zh: {
    name: "中文",
    dir: "ltr",
    fallback: "zh-Hans",
    unreviewed: "译文尚未审校",
    letters: ["汉", "联", "议"],
    load: () => import("./zh.json"),
  },
  en: { name: "English", dir: "ltr", fallback: "en-GB", load: async () => ({ default: en }) },
  fr: {
    name: "Français",
    dir: "ltr",
    fallback: "fr",
    unreviewed: "Traduction non encore relue",
    load: () => import("./fr.json"),
  },
  ru: {
    name: "Русский",
    dir: "ltr",
    fallback: "ru",
    unreviewed: "Перевод ещё не выверен",
    letters: ["Ж", "Я", "ю"],
    load: () => import("./ru.json"),
  },
  es: {
    name: "Español",
    dir: "ltr",
    fallback: "es",
    unreviewed: "Traducción aún sin revisar",
    load: () => import("./es.json"),
  },
};

/** For who chose a language that the machine cannot draw. */
export const noLettersInEnglish = en.settings.noLetters;

export const isLanguage = (text: string | null | undefined): text is Language =>
  typeof text === "string" && Object.hasOwn(languages, text);

/** ?lang=, else what was chosen before, else the system's first language that we speak. */
export function firstLanguage(search: string, stored: string | null, system: readonly string[]): Language {
  const asked = new URLSearchParams(search).get("lang");
  if (isLanguage(asked)) return asked;
  if (isLanguage(stored)) return stored;
  return system.map((tag) => tag.split("-")[0]?.toLowerCase()).find(isLanguage) ?? "en";
}

/** The user's own manner of writing dates and numbers, where it is a variety of the language shown. */
export function localeFor(language: Language, system: readonly string[]): string {
  return system.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? languages[language].fallback;
}

type Spoken = { language: Language; messages: Messages };
const english: Spoken = { language: "en", messages: en };

// The test of the words holds that each file has the keys and arguments of the English one.
const load = async (language: Language): Promise<Spoken> =>
  language === "en"
    ? english
    : { language, messages: (await languages[language].load()).default as Messages };

/** The words of a language. While they are on their way: those shown before, and at the start nothing. */
export function useMessages(language: Language): Spoken | undefined {
  const [spoken, setSpoken] = useState<Spoken | undefined>(language === "en" ? english : undefined);
  useEffect(() => {
    let wanted = true;
    load(language)
      .catch(() => english)
      .then((next) => {
        if (wanted) setSpoken(next);
      });
    return () => {
      wanted = false;
    };
  }, [language]);
  return spoken;
}

/**
 * The manners of numbers that words name. One and the same object: with another at each drawing all words would be made
 * anew, and all that says them drawn.
 */
export const manners = { number: { percent: { style: "percent" } } } as const;

export function Words(props: { locale: string; messages: Messages; children: ReactNode }) {
  return (
    <IntlProvider locale={props.locale} messages={props.messages} timeZone="UTC" formats={manners}>
      <Made locale={props.locale}>{props.children}</Made>
    </IntlProvider>
  );
}

function Made({ locale, children }: { locale: string; children: ReactNode }) {
  const t = useTranslations();
  const words = useMemo(() => makeWords(t, locale), [t, locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
