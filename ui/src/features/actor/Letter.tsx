// A window with the status letter of an actor, in any of our languages: to copy, save or open in mail. It can be mended
// there before it goes; nothing of it is kept.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useAsk, useEdit, useShell } from "../../queries/door";
import type { OwedReply } from "../../queries/types";
import { matches } from "../../shared/keys/keys";
import { Button } from "../../shared/ui/Button";
import { Problem, Wait } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { Window } from "../../shared/ui/Window";
import { isLanguage, type Language, languages, localeFor, useMessages, Words } from "../../strings";
import { type Words as Said, useWords } from "../../strings/words";
import { letterSubject, letterText, mailto } from "./letter";
import { withTree } from "./tree";
import "./actor.css";

export function Letter(props: { actor: { id: string; name: string }; onClose: () => void }) {
  const said = useWords();
  const { t } = said;
  const own = document.documentElement.lang;
  const [language, setLanguage] = useState<Language>(isLanguage(own) ? own : "en");
  const spoken = useMessages(language);
  const owed = useAsk("Owed", { actor: props.actor.id, tree: withTree.has(props.actor.id) });
  return (
    <Window title={t("letter.title", { name: props.actor.name })} onClose={props.onClose} wide>
      <div className="dialog-body letter">
        <MenuButton
          small
          label={t("letter.language", { name: languages[language].name })}
          chosen={language}
          entries={Object.entries(languages).map(([id, { name, unreviewed }]) => ({
            id,
            label: name,
            ...(unreviewed ? { detail: unreviewed } : {}),
          }))}
          onAct={(id) => isLanguage(id) && setLanguage(id)}
        />
        {owed.error && <Problem message={owed.error.message} />}
        {owed.data && spoken ? (
          <Words locale={localeFor(spoken.language, navigator.languages)} messages={spoken.messages}>
            <Sheet key={spoken.language} owed={owed.data} said={said} language={spoken.language} />
          </Words>
        ) : (
          !owed.error && <Wait label={t("app.loading")} />
        )}
      </div>
    </Window>
  );
}

/** The letter itself, under the words of its language; `said` are those of the window. */
function Sheet({ owed, said, language }: { owed: OwedReply; said: Said; language: Language }) {
  const words = useWords();
  const shell = useShell();
  const edit = useEdit();
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useMemo(() => letterText(owed, words), [owed, words]);
  const [mended, setMended] = useState<string | null>(null);
  const [done, setDone] = useState("");
  const { t } = said;
  const text = mended ?? written;

  const copy = async (): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A web view without that door has the older one.
      field.current?.select();
      if (!document.execCommand("copy")) {
        setDone(t("letter.copyFailed"));
        return false;
      }
    }
    setDone(t("letter.copied"));
    return true;
  };
  const save = async () => {
    const name = t("letter.fileName", { name: owed.actor.ref, day: owed.as_of });
    const reply = await edit.attempt(async (run) => {
      const grant = await shell.pickSave("text", `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-")}.txt`);
      return grant && (await run("SaveText", { output: grant.grant, text })).reply;
    });
    if (reply) setDone(t("done.written", { path: reply.path }));
  };
  const mail = async () => {
    const { url, whole } = mailto(owed.contact, letterSubject(owed, words), text);
    if (!whole && (await copy())) setDone(t("letter.tooLong"));
    await edit.attempt(() => shell.mail(url));
  };
  /** Ctrl+C with nothing selected means the letter. */
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = field;
    const selected = current && current.selectionStart !== current.selectionEnd;
    if (!matches(event.nativeEvent, "mod+c") || selected) return;
    event.preventDefault();
    void copy();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears a key of what is inside.
    <div className="letter-sheet" onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        className="letter-text"
        aria-label={t("letter.text")}
        lang={language}
        dir="auto"
        spellCheck={false}
        value={text}
        onChange={(event) => setMended(event.target.value)}
      />
      {owed.left_out > 0 && <p className="quiet">{t("letter.leftOut", { count: owed.left_out })}</p>}
      {owed.unconfirmed > 0 && (
        <p className="quiet">{t("letter.unconfirmed", { count: owed.unconfirmed })}</p>
      )}
      <Problem message={edit.refusal?.message} />
      <p className="row-acts">
        <Button weight="main" autoFocus onPress={() => void copy()} stroke="mod+c">
          {t("letter.copy")}
        </Button>
        <Button onPress={() => void save()} isDisabled={edit.busy}>
          {t("letter.save")}
        </Button>
        <Button onPress={() => void mail()}>{t("letter.mail")}</Button>
        <span className="quiet" role="status">
          {done}
        </span>
      </p>
    </div>
  );
}
