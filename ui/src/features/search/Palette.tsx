// Ctrl+K: everything in one field. Hits first, each with its words in context, then places and commands that fit; with
// nothing typed, what was opened last, and all commands and places. Arrows move, Enter goes, Escape closes.
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearch, useThese } from "../../queries/search";
import type { Kind, SearchHit, SearchReply } from "../../queries/types";
import { Aloud, Problem } from "../../shared/ui/bits";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";
import { Choices } from "./Choices";
import { fitting } from "./fitting";
import { Kinds, useTold } from "./kinds";
import { type Act, useParts } from "./parts";
import { useChoice } from "./use-choice";
import "./palette.css";

const NONE: readonly SearchHit[] = [];
const NO_KINDS: SearchReply["kinds"] = [];
const HITS = 12;
const LINES = 6;
/** Places that are offered before anything is typed: actors may be thousands. */
const PLACES = 60;

type Props = {
  acts: readonly Act[];
  places: readonly Act[];
  /** Items that were looked at last. */
  recent: readonly string[];
  onAct: (id: string) => void;
  onOpen: (id: string) => void;
  onAll: (words: string, kind: Kind | null) => void;
  onClose: () => void;
};

export function Palette(props: Props) {
  const { t } = useWords();
  return (
    <Window bare wide title={t("palette.title")} onClose={props.onClose}>
      <FieldAndList {...props} />
    </Window>
  );
}

/** Apart from the window, which is not drawn again at each key. */
function FieldAndList(props: Props) {
  const { t } = useWords();
  const told = useTold();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const typed = words.trim() !== "";
  const search = useSearch(words, kind, HITS);
  const these = useThese(props.recent);
  // What fits comes with the hits: all is drawn once a key.
  const answered = useRef("");
  if (!search.stale) answered.current = words.trim();
  const fits = answered.current;
  const [acts, places] = useMemo(() => {
    const of = (all: readonly Act[]) => fitting(all, fits).slice(0, LINES);
    return fits === "" ? [props.acts, props.places.slice(0, PLACES)] : [of(props.acts), of(props.places)];
  }, [props.acts, props.places, fits]);
  const reply = typed ? search.data : undefined;
  const hits = reply?.hits ?? NONE;
  const recent = fits === "" ? (these.data?.hits ?? NONE) : NONE;
  const better = search.stale ? null : (reply?.suggestion ?? null);
  const parts = useParts({
    better,
    hits,
    total: reply?.total ?? null,
    recent,
    acts,
    places,
    placesFirst: fits !== "",
  });
  const lines = useMemo(() => parts.flatMap((part) => part.lines.map((line) => line.key)), [parts]);
  // Until the first hits are there, the lines are no answer to what was typed.
  const choice = useChoice(lines, typed && fits !== "");
  const none = lines.length > 0 ? "" : search.stale ? t("palette.searching") : t("palette.none", { words });

  const results = t("palette.results");

  const change = (next: string) => {
    choice.clear();
    setWords(next);
  };
  const go = (key: string) => {
    const [what, id] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    if (what === "better") {
      if (better) change(better);
      return;
    }
    props.onClose();
    if (what === "act") props.onAct(id);
    else if (what === "all") props.onAll(words, kind);
    else {
      const hit = [...hits, ...(these.data?.hits ?? [])].find((one) => one.id === id);
      if (hit) props.onOpen(hit.open);
    }
  };

  // Enter may come before the hits: it means the first of those that were asked for, not what stands there still.
  const [waits, setWaits] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the answer is there.
  useEffect(() => {
    if (!waits || search.stale) return;
    setWaits(false);
    const [first] = lines;
    if (first) go(first);
  }, [waits, search.stale]);
  const enter = () => {
    if (search.stale && !choice.arrow) setWaits(true);
    else if (choice.at !== null) go(choice.at);
  };
  const now = useRef(go);
  now.current = go;
  const onTake = useCallback((key: string) => now.current(key), []);

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isEnter = event.key === "Enter" && event.target === field.current;
    // Escape closes at once, also where the field would empty itself.
    if (event.key === "Escape") props.onClose();
    else if (isEnter && typed && (event.ctrlKey || event.metaKey)) go("all hits");
    else if (isEnter) enter();
    else if (event.target !== field.current || !choice.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="palette" onKeyDownCapture={onKey}>
      <div className="palette-field">
        <input
          {...choice.field}
          ref={field}
          aria-label={t("palette.title")}
          className="palette-input"
          placeholder={t("app.search")}
          dir="auto"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={words}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      {typed && <Kinds kind={kind} counts={reply?.kinds ?? NO_KINDS} onKind={setKind} />}
      <Problem message={search.message} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs. */}
      <div ref={choice.scroller} className="palette-list" tabIndex={0} role="group" aria-label={results}>
        <Choices
          parts={parts}
          label={results}
          id={choice.listId}
          at={choice.at}
          idOf={choice.idOf}
          onTake={onTake}
        />
        {none && <p className="menu-empty">{none}</p>}
      </div>
      <Aloud className={hits.length > 0 || better !== null ? "palette-told" : "unseen"}>
        {typed && !search.stale ? told(reply) || t("palette.none", { words }) : ""}
      </Aloud>
    </div>
  );
}
