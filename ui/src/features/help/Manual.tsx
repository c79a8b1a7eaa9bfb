// The manual, from docs/manual, in a window: it comes with the program, and is read without a network. Its text is ours;
// nothing of a workspace stands in it.
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Window } from "../../shared/ui/Window";
import { type Language, languages } from "../../strings";
import { useWords } from "../../strings/words";
import "./manual.css";

/** So narrow that the chapters stand above the text: folded away, else it would begin below the window. */
const narrow = window.matchMedia("(width < 640px)");
const onNarrow = (listener: () => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

type Page = { default: string };
const pages = import.meta.glob<Page>("../../../../docs/manual/*.md");

/** The manual in a language: only that one is loaded. There is one for each; a test holds that. */
async function read(language: Language): Promise<{ language: Language; html: string }> {
  const page = await pages[`../../../../docs/manual/${language}.md`]?.();
  return { language, html: page?.default ?? "" };
}

/** `explained`: what was asked about, with its short explanation, above the text. */
export function Manual(props: {
  language: Language;
  explained: readonly { name: string; text: string }[];
  onClose: () => void;
}) {
  const { language, explained, onClose } = props;
  const { t } = useWords();
  const [page, setPage] = useState<{ language: Language; html: string } | null>(null);
  const [chapters, setChapters] = useState<string[]>([]);
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDetailsElement>(null);
  const folds = useSyncExternalStore(onNarrow, () => narrow.matches);

  useEffect(() => {
    let over = false;
    void read(language).then((read) => !over && setPage(read));
    return () => {
      over = true;
    };
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the headings are there when the page is.
  useEffect(() => {
    const heads = [...(text.current?.querySelectorAll("h2") ?? [])];
    for (const head of heads) head.tabIndex = -1;
    setChapters(heads.map((head) => head.textContent ?? ""));
  }, [page]);
  const go = (chapter: number) => {
    const head = text.current?.querySelectorAll("h2")[chapter];
    if (folds && list.current) list.current.open = false;
    head?.scrollIntoView({ block: "start" });
    head?.focus({ preventScroll: true });
  };

  return (
    <Window wide title={t("manual.title")} onClose={onClose}>
      {explained.length > 0 && (
        <div className="manual-term" role="status">
          {explained.map(({ name, text }) => (
            <p key={name}>
              <strong>{name}</strong> {text}
            </p>
          ))}
        </div>
      )}
      <div className="manual">
        <nav aria-label={t("manual.chapters")}>
          <details ref={list} key={folds ? "folds" : "stays"} open={!folds}>
            <summary>{t("manual.chapters")}</summary>
            <ol>
              {chapters.map((chapter, i) => (
                <li key={chapter}>
                  <button type="button" onClick={() => go(i)}>
                    {chapter}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        </nav>
        {page && (
          <article
            className="manual-text"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
            tabIndex={0}
            lang={page.language}
            dir={languages[page.language].dir}
          >
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, made from docs/manual when the program is built. */}
            <div ref={text} dangerouslySetInnerHTML={{ __html: page.html }} />
          </article>
        )}
      </div>
    </Window>
  );
}
