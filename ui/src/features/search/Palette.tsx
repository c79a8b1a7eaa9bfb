// Ctrl+K: acts and search in one. Acts that fit the words first, then what the workspace holds. Arrows move, Enter goes.
import { useMemo, useState } from "react";
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Text,
} from "react-aria-components";
import { useSearch } from "../../queries/search";
import type { SearchHit } from "../../queries/types";
import type { Stroke } from "../../shared/keys/keys";
import { Caps } from "../../shared/ui/Button";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";
import "./palette.css";

export type Act = { id: string; label: string; stroke?: Stroke | undefined };

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Acts all of whose asked words begin some word of the label. */
export function fitting<A extends { label: string }>(acts: readonly A[], words: string): A[] {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [...acts];
  return acts.filter((act) => {
    const own = plain(act.label).split(/[\s:,()]+/);
    return asked.every((one) => own.some((word) => word.startsWith(one)));
  });
}

export function Palette(props: {
  acts: readonly Act[];
  onAct: (id: string) => void;
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const search = useSearch(words, null, 30);
  const acts = useMemo(() => {
    const found = fitting(props.acts, words);
    return words.trim() === "" ? found : found.slice(0, 6);
  }, [props.acts, words]);
  const hits = words.trim() === "" ? [] : (search.data?.hits ?? []);

  const go = (key: string) => {
    props.onClose();
    if (key.startsWith("act ")) props.onAct(key.slice(4));
    else {
      const hit = hits.find((one) => `hit ${one.id}` === key);
      if (hit) props.onOpen(hit.open);
    }
  };

  return (
    <Window bare wide title={t("palette.title")} onClose={props.onClose}>
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField autoFocus aria-label={t("palette.title")} className="palette-field">
          <Input className="palette-input" placeholder={t("app.search")} dir="auto" />
        </SearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs. */}
        <div className="palette-list" tabIndex={0} role="group" aria-label={t("palette.results")}>
          <ListBox
            className="menu"
            aria-label={t("palette.results")}
            selectionMode="none"
            onAction={(key) => go(String(key))}
            renderEmptyState={() => (
              <p className="menu-empty">
                {search.isFetching ? t("palette.searching") : t("palette.none", { words })}
              </p>
            )}
          >
            {hits.length > 0 && (
              <ListBoxSection id="hits">
                <Header className="menu-head">{t("palette.found")}</Header>
                <Collection items={hits.map((hit) => ({ ...hit, key: `hit ${hit.id}` }))}>
                  {(hit) => <Hit key={hit.key} hit={hit} />}
                </Collection>
              </ListBoxSection>
            )}
            {acts.length > 0 && (
              <ListBoxSection id="acts">
                <Header className="menu-head">{t("palette.acts")}</Header>
                <Collection items={acts.map((act) => ({ ...act, key: `act ${act.id}` }))}>
                  {(act) => (
                    <ListBoxItem key={act.key} id={act.key} textValue={act.label} className="menu-item">
                      <span className="grow">{act.label}</span>
                      {act.stroke && <Caps stroke={act.stroke} said />}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </Window>
  );
}

function Hit({ hit }: { hit: SearchHit & { key: string } }) {
  const { t } = useWords();
  return (
    <ListBoxItem id={hit.key} textValue={hit.title} className="menu-item hit">
      <span className="hit-kind">{t(`kind.${hit.kind}`)}</span>
      <span className="ref">
        <bdi>{hit.ref}</bdi>
      </span>
      <Text slot="label" dir="auto" className="own">
        {hit.title}
      </Text>
    </ListBoxItem>
  );
}
