// One line of the diary: when, who, what was done to which items, what it changed as sentences, and its undo. Asks nothing
// of the core.
import { useOpener } from "../../queries/opener";
import type { Brief, DiaryLine as Line } from "../../queries/types";
import { matches } from "../../shared/keys/keys";
import { Button, Caps, GoTo } from "../../shared/ui/Button";
import { Own, Problem, Tag } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";
import { DiaryChange } from "./DiaryChange";

type T = ReturnType<typeof useWords>["t"];

export function DiaryLine(props: {
  line: Line;
  /** The item whose diary it is: it needs no name. */
  own: string | null;
  readOnly: boolean;
  busy: boolean;
  refusal: string | undefined;
  onToggle: () => void;
  onFind: (entry: number) => void;
}) {
  const { line, readOnly } = props;
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  const what = commandName(line.command, t);
  const undone = line.undone_by !== null;
  const offered = !readOnly && line.act === "edit";
  const open = undone ? line.can_redo : line.can_undo;
  const act = t(undone ? "diary.redo" : "diary.undo");
  const time = new Date(line.at);
  const more = line.changes_total - line.changes.length;
  const shown = line.changes.length;
  return (
    <li
      className="diary-entry"
      data-entry={line.entry}
      data-undone={undone}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the diary go from line to line.
      tabIndex={0}
      {...(offered && open ? { "aria-keyshortcuts": "Z" } : {})}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Enter" && line.items[0]) opener.open(line.items[0].id);
        else if (
          matches(event.nativeEvent, "z") &&
          offered &&
          (open || line.in_the_way !== null) &&
          !props.busy
        )
          props.onToggle();
        else return;
        event.preventDefault();
      }}
    >
      <div className="diary-head">
        <time dateTime={line.at}>{words.time(time)}</time>
        <Own>{line.author}</Own>
        <strong>
          {line.act === "undo"
            ? t("diary.undid", { what })
            : line.act === "redo"
              ? t("diary.redid", { what })
              : what}
        </strong>
        <span className="diary-items">
          {line.items
            .filter((item) => item.id !== props.own)
            .map((item) => (
              <GoTo key={item.id} onPress={() => opener.open(item.id)}>
                <Own>{nameOf(item)}</Own>
              </GoTo>
            ))}
          {line.items_more === null
            ? t("diary.changes", { count: line.changes_total })
            : line.items_more > 0 && t("diary.itemsMore", { count: line.items_more })}
        </span>
        {undone && <Tag kind="quiet">{t("history.undone")}</Tag>}
        <span className="diary-acts">
          <span className="quiet">{t("diary.number", { entry: line.entry })}</span>
          <Button
            weight="plain"
            small
            aria-label={t("history.knownOf", { at: words.moment(line.at) })}
            onPress={() => opener.knownAt(line.entry)}
          >
            {t("history.known")}
          </Button>
          {offered && open && <Caps stroke="z" />}
          {offered && open && (
            <Button
              small
              isPending={props.busy}
              aria-label={t("diary.actOf", { act, what, at: words.moment(line.at) })}
              onPress={props.onToggle}
            >
              {act}
            </Button>
          )}
        </span>
      </div>
      {shown > 0 && (
        <ul className="diary-changes">
          {line.changes.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes.
            <li key={i}>
              <DiaryChange change={change} own={props.own} />
            </li>
          ))}
          {more > 0 && line.items_more !== null && shown >= FULL && (
            <li className="quiet">{t("diary.more", { count: more })}</li>
          )}
        </ul>
      )}
      {offered && !open && line.in_the_way !== null && (
        <p className="diary-way">
          {t("diary.inTheWay", { entry: line.in_the_way })}{" "}
          <Button
            weight="plain"
            small
            onPress={() => line.in_the_way !== null && props.onFind(line.in_the_way)}
          >
            {t("diary.find", { entry: line.in_the_way })}
          </Button>
        </p>
      )}
      <Problem message={props.refusal} />
    </li>
  );
}

/** So many changes the core tells at most of an entry: where there are fewer, the others are of no interest. */
const FULL = 4;

function nameOf(item: Brief): string {
  return item.ref === "" || item.ref === item.title ? item.title : item.ref;
}

/** What an edit is called: the command's own name where we have no word for it. */
export function commandName(command: string, t: T): string {
  const key = `commands.${command}` as "commands.LogUpdate";
  return t.has(key) ? t(key) : command;
}
