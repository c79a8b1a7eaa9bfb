// Says the core's refusals in the language of the window. The core speaks English; a refusal whose code has words
// (`refusals.<code>`) is said by these in the other languages, any other as the core said it.
import { useMemo } from "react";
import { asRefusal, type Host, Refusal } from "../ipc/door";
import { useLocale, useTranslations, type Words } from "../strings/words";

type T = Words["t"];

/** The core's own sentence says more than the words of its code, and is English already. */
const spoken = (locale: string) => locale.split("-")[0] === "en";

const part = (detail: unknown, name: string): unknown =>
  typeof detail === "object" && detail !== null ? (detail as Record<string, unknown>)[name] : undefined;

export function worded(t: T, refusal: Refusal): Refusal {
  const { code, detail, field } = refusal;
  const key = `refusals.${code}`;
  const said = part(detail, "said");
  // What never came to the core has this code too, with a sentence of its own.
  if (!t.has(key as "refusals.day") || (code === "unknown" && said === undefined)) return refusal;
  const candidates = part(detail, "candidates");
  const message = t(key as "refusals.ambiguous", {
    said: typeof said === "string" ? said : "",
    candidates: Array.isArray(candidates) ? candidates.join(t("list.comma")) : "",
  });
  return new Refusal({ code, message, detail, ...(field === undefined ? {} : { field }) });
}

/** The same host, with refusals in the language of the words around it. */
export function useWorded(host: Host): Host {
  const t = useTranslations();
  const locale = useLocale();
  return useMemo(() => {
    if (spoken(locale)) return host;
    const call: Host["call"] = async (name, args, envelope) => {
      try {
        return await host.call(name, args, envelope);
      } catch (reason) {
        throw worded(t, asRefusal(reason));
      }
    };
    return { ...host, call };
  }, [host, t, locale]);
}
