// Ctrl+K: everything in one field. Hits first, each with its words in context, then places and commands that fit; with
// nothing typed, what was opened last, and all commands and places. Arrows move, Enter goes, Escape closes.
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import { useSearch, useThese } from "../../queries/search";
import type { Kind, SearchHit } from "../../queries/types";
import type { Stroke } from "../../shared/keys/keys";
import { Caps } from "../../shared/ui/Button";
import { Aloud, Problem } from "../../shared/ui/bits";
import { listed } from "../../shared/ui/listed";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";
import { fitting } from "./fitting";
import { Hit } from "./Hit";
import { Kinds, useTold } from "./kinds";
import "./palette.css";

export type Act = { id: string; label: string; stroke?: Stroke | undefined };

/** The line that is marked, by its key. What the list itself would take Enter for may be behind what it shows. */
const marked = (palette: HTMLElement) =>
  palette.querySelector<HTMLElement>("[role=option][data-focused]")?.dataset.key;

const NONE: readonly SearchHit[] = [];
const HITS = 12;
const LINES = 6;
/** Places that are offered before anything is typed: actors may be thousands. */
const PLACES = 60;

export function Palette(props: {
  acts: readonly Act[];
  places: readonly Act[];
  /** Items that were looked at last. */
  recent: readonly string[];
  onAct: (id: string) => void;
  onOpen: (id: string) => void;
  onAll: (words: string, kind: Kind | null) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const told = useTold();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind | null>(null);
  const typed = words.trim() !== "";
  const search = useSearch(words, kind, HITS);
  const these = useThese(props.recent);
  // What fits comes with the hits: all is drawn once a key.
  const answered = useRef("");
  if (!search.stale) answered.current = words.trim();
  const fits = answered.current;
  const [acts, places] = useMemo(() => {
    if (fits !== "") return [props.acts, props.places].map((all) => fitting(all, fits).slice(0, LINES));
    return [props.acts, props.places.slice(0, PLACES)];
  }, [props.acts, props.places, fits]);
  const reply = typed ? search.data : undefined;
  const hits = reply?.hits ?? NONE;
  const recent = fits === "" ? (these.data?.hits ?? NONE) : NONE;
  const some = [hits, recent, acts, places].some((all) => all.length > 0);
  const none = some ? "" : search.stale ? t("palette.searching") : t("palette.none", { words });
  const better = search.stale ? null : (reply?.suggestion ?? null);

  const go = (key: string) => {
    const [what, id] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    if (what === "better") {
      if (better) setWords(better);
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
  const goFirst = () => {
    const line = places[0] ?? acts[0];
    if (hits[0]) go(`hit ${hits[0].id}`);
    else if (better !== null) go("better x");
    else if (line) go(`act ${line.id}`);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the answer is there.
  useEffect(() => {
    if (!waits || search.stale) return;
    setWaits(false);
    goFirst();
  }, [waits, search.stale]);
  const now = useRef((_key: string) => {});
  now.current = (key) => {
    if (search.stale && key.startsWith("hit ")) setWaits(true);
    else go(key);
  };
  const onAction = useCallback((key: string) => now.current(key), []);

  return (
    <Window bare wide title={t("palette.title")} onClose={props.onClose}>
      {/* Escape closes at once, also where the field would empty itself. */}
      <div
        className="palette"
        onKeyDownCapture={(event) => {
          if (event.nativeEvent.isComposing) return;
          const enter = event.key === "Enter" && event.target instanceof HTMLInputElement;
          const line = enter ? marked(event.currentTarget) : undefined;
          if (event.key === "Escape") props.onClose();
          else if (enter && typed && (event.ctrlKey || event.metaKey)) go("all hits");
          else if (line) onAction(line);
          else if (enter && typed) {
            if (search.stale) setWaits(true);
            else goFirst();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <Autocomplete inputValue={words} onInputChange={setWords}>
          <SearchField autoFocus type="text" aria-label={t("palette.title")} className="palette-field">
            <Input
              role="combobox"
              aria-expanded={true}
              aria-haspopup="listbox"
              className="palette-input"
              placeholder={t("app.search")}
              dir="auto"
              {...listed}
            />
          </SearchField>
          {typed && <Kinds kind={kind} counts={reply?.kinds ?? []} onKind={setKind} />}
          <Problem message={search.message} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs. */}
          <div className="palette-list" tabIndex={0} role="group" aria-label={t("palette.results")}>
            <Found
              hits={hits}
              total={reply?.total ?? null}
              better={better}
              recent={recent}
              acts={acts}
              places={places}
              placesFirst={fits !== ""}
              none={none}
              onAction={onAction}
            />
          </div>
        </Autocomplete>
        <Aloud className={hits.length > 0 || better !== null ? "palette-told" : "unseen"}>
          {typed && !search.stale ? told(reply) || t("palette.none", { words }) : ""}
        </Aloud>
      </div>
    </Window>
  );
}

/** Drawn again when something of it is another, not at each key. */
const Found = memo(function Found(props: {
  hits: readonly SearchHit[];
  total: number | null;
  better: string | null;
  recent: readonly SearchHit[];
  acts: readonly Act[];
  places: readonly Act[];
  placesFirst: boolean;
  /** What is said where there is nothing. */
  none: string;
  onAction: (key: string) => void;
}) {
  const { t } = useWords();
  const { hits, better, acts, places } = props;
  return (
    <ListBox
      className="menu"
      aria-label={t("palette.results")}
      selectionMode="none"
      onAction={(key) => props.onAction(String(key))}
      renderEmptyState={() => <p className="menu-empty">{props.none}</p>}
    >
      {better !== null && (
        <ListBoxItem
          id="better x"
          textValue={t("palette.didYouMean", { words: better })}
          className="menu-item"
        >
          {t("palette.didYouMean", { words: better })}
        </ListBoxItem>
      )}
      {hits.length > 0 && (
        <ListBoxSection id="hits">
          <Header className="menu-head">{t("palette.found")}</Header>
          <Collection items={hits.map((hit) => ({ hit, id: `hit ${hit.id}` }))}>
            {(line) => <Hit key={line.id} {...line} />}
          </Collection>
          <ListBoxItem id="all hits" textValue={t("palette.allMany")} className="menu-item all">
            <span className="grow">
              {props.total ? t("palette.allHits", { count: props.total }) : t("palette.allMany")}
            </span>
            <Caps stroke="mod+enter" said />
          </ListBoxItem>
        </ListBoxSection>
      )}
      <Recent hits={props.recent} title={t("palette.recent")} />
      {props.placesFirst && lines("places", t("palette.places"), places)}
      {lines("acts", t("palette.acts"), acts)}
      {!props.placesFirst && lines("places", t("palette.places"), places)}
    </ListBox>
  );
});

function Recent({ hits, title }: { hits: readonly SearchHit[]; title: string }) {
  if (hits.length === 0) return null;
  return (
    <ListBoxSection id="recent">
      <Header className="menu-head">{title}</Header>
      <Collection items={hits.map((hit) => ({ hit, id: `recent ${hit.id}` }))}>
        {(line) => <Hit key={line.id} {...line} />}
      </Collection>
    </ListBoxSection>
  );
}

/** Commands or places, each with its key. */
function lines(id: string, title: string, of: readonly Act[]) {
  if (of.length === 0) return null;
  return (
    <ListBoxSection id={id}>
      <Header className="menu-head">{title}</Header>
      <Collection items={of.map((act) => ({ act, id: `act ${act.id}` }))}>
        {({ act, id: key }) => (
          <ListBoxItem key={key} id={key} textValue={act.label} className="menu-item">
            <span className="grow">{act.label}</span>
            {act.stroke && <Caps stroke={act.stroke} said />}
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}
