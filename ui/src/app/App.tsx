// Puts language, direction, cache and door around the window. Shows nothing itself.
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useEffect, useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import { Doors } from "../queries/door";
import { useQuiet } from "../queries/quiet";
import type { Host } from "../queries/types";
import { loadRest } from "../shared/ui/later";
import { type WidgetWords, WidgetWordsProvider } from "../shared/words";
import { languages, localeFor, useMessages, Words } from "../strings";
import { useTranslations } from "../strings/words";
import { Desk } from "./Desk";
import { Jobs } from "./Jobs";
import { useSettings } from "./settings";
import { MemoryContext, useView } from "./use-view";
import { useWorded } from "./worded";

/** `first`: the workspace that is open already. */
export function App({ host, client, first }: { host: Host; client: QueryClient; first: string | null }) {
  const settings = useSettings();
  const { view, go, memory, restore } = useView(first);
  const spoken = useMessages(settings.language);

  useEffect(() => {
    if (!spoken) return;
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = languages[spoken.language].dir;
  }, [spoken]);

  if (!spoken) return null;
  const locale = localeFor(spoken.language, navigator.languages);
  return (
    <Words locale={locale} messages={spoken.messages}>
      <I18nProvider locale={locale}>
        <QueryClientProvider client={client}>
          <Speaking host={host} asOf={view.asOf} known={view.known}>
            <Widgets>
              <MemoryContext value={memory}>
                <Desk first={first} view={view} go={go} settings={settings} restore={restore} />
                <Jobs />
                <Rest />
              </MemoryContext>
            </Widgets>
          </Speaking>
        </QueryClientProvider>
      </I18nProvider>
    </Words>
  );
}

/** The doors, with refusals in the language of the window. */
function Speaking({ host, ...props }: ComponentProps<typeof Doors>) {
  return <Doors host={useWorded(host)} {...props} />;
}

/** The first screen first; then the code of what it may lead to, so that no key waits for it. */
function Rest() {
  const quiet = useQuiet();
  useEffect(() => {
    if (quiet) void loadRest();
  }, [quiet]);
  return null;
}

function Widgets({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const words = useMemo(
    (): WidgetWords => ({
      cancel: t("form.cancel"),
      close: t("form.close"),
      required: t("form.required"),
      calendar: t("form.calendar"),
      choose: t("form.choose"),
      remove: t("form.remove"),
      noneFound: t("form.noneFound"),
      searching: t("palette.searching"),
      typeToSearch: t("form.typeToSearch"),
      draft: t("form.draft"),
      discard: t("form.discard"),
      saving: t("form.saving"),
      showChoices: t("form.showChoices"),
      refused: t("form.refused"),
      showAll: t("form.showAll"),
      picture: t("evidence.pasted"),
      more: t("form.more"),
      stopped: t("job.stopped"),
      again: t("job.again"),
      draftLost: (names) => t("form.draftLost", { names }),
    }),
    [t],
  );
  return <WidgetWordsProvider value={words}>{children}</WidgetWordsProvider>;
}
