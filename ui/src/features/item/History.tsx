// The diary of an item: who changed which field, when, from what to what. Reads the log; changes nothing.
import { useAsk } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { HistoryLine } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { Own, Problem, Wait } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";
import "./item.css";

type Act = { entry: number; lines: HistoryLine[] };

/** The lines of one act together, newest act first. */
export function acts(lines: readonly HistoryLine[]): Act[] {
  const found: Act[] = [];
  for (const line of lines) {
    const last = found[found.length - 1];
    if (last && last.entry === line.entry) last.lines.push(line);
    else found.push({ entry: line.entry, lines: [line] });
  }
  return found;
}

export function History({ item }: { item: string }) {
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  const { data, error, isPending } = useAsk("History", { item, limit: 500 }, { keep: true });
  if (error) return <Problem message={error.message} />;
  if (isPending) return <Wait label={t("app.loading")} />;
  return (
    <section className="part">
      <h3>{t("history.title")}</h3>
      <ol className="diary">
        {acts(data).map(({ entry, lines }) => {
          const first = lines[0];
          if (!first) return null;
          return (
            <li key={entry} data-undone={first.undone}>
              <div className="meta">
                <time dateTime={first.at}>{words.moment(first.at)}</time>
                <Own>{first.author}</Own>
                <strong>{commandName(first, t)}</strong>
                {first.undone && <span>{t("history.undone")}</span>}
                <Button
                  weight="plain"
                  small
                  aria-label={t("history.knownOf", { at: words.moment(first.at) })}
                  onPress={() => opener.knownAt(entry)}
                >
                  {t("history.known")}
                </Button>
              </div>
              <ul>
                {lines.map((line) => (
                  <DiaryLine key={`${line.item.id} ${line.field}`} line={line} self={item} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function DiaryLine({ line, self }: { line: HistoryLine; self: string }) {
  const { t } = useWords();
  return (
    <li className="diary-line">
      {line.field === "" ? (
        <>
          <span className="diary-field">{t("history.created", { kind: t(`kind.${line.item.kind}`) })}</span>
          <span className="diary-change">
            <Own>{line.new ?? line.item.title}</Own>
          </span>
        </>
      ) : (
        <>
          <span className="diary-field">
            {line.item.id !== self && line.item.ref !== "" && (
              <>
                <Own>{line.item.ref}</Own>{" "}
              </>
            )}
            {fieldName(line.field, t)}
          </span>
          <span className="diary-change">
            <del>
              <Own>{line.old ?? t("history.nothing")}</Own>
            </del>{" "}
            <span className="arrow" role="img" aria-label={t("history.to")} />{" "}
            <ins>
              <Own>{line.new ?? t("history.nothing")}</Own>
            </ins>
          </span>
        </>
      )}
    </li>
  );
}

type T = ReturnType<typeof useWords>["t"];

function commandName(line: HistoryLine, t: T): string {
  const key = `commands.${line.command}`;
  return known(t, key) ? t(key) : line.command;
}

function fieldName(field: string, t: T): string {
  const key = `fields.${field}`;
  return known(t, key) ? t(key) : field.replaceAll("_", " ");
}

type Fixed = "commands.LogUpdate" | "fields.text";
/** Names that the core gives: those without a word of ours are shown as they are. */
function known(t: T, key: string): key is Fixed {
  return t.has(key as Fixed);
}
