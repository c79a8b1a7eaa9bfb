// The lines of the diary in pages that come as one scrolls, with undo and redo at each. What a line says stands in
// DiaryLine. Where the first page ends is held still, so that what is done meanwhile pushes no line out between two pages.
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useAsk, useEdit } from "../../queries/door";
import type { Args, DiaryLine as Line } from "../../queries/types";
import { comesByKey, useAwaited } from "../../shared/keys/held";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Empty, Problem, Wait } from "../../shared/ui/bits";
import { localToday, useWords } from "../../strings/words";
import { commandName, DiaryLine } from "./DiaryLine";
import "./item.css";

export type DiaryAsk = Omit<Args<"Diary">, "before" | "limit">;
/** What keys from outside do to the list. */
export type DiaryHandle = { focus: () => void; move: (by: number) => void };
type Heading = "h2" | "h4";

const PAGE = 50;
const MOST = 500;

export function DiaryPages(props: {
  ask: DiaryAsk;
  readOnly: boolean;
  dayHeading: Heading;
  /** Its first line takes the focus of one who comes by key. */
  takeFocus?: boolean;
  ref?: Ref<DiaryHandle>;
}) {
  const { t } = useWords();
  const workspace = useAsk("Workspace", {}, { keep: true });
  const [begun, setBegun] = useState<number | null>(null);
  /** Before which entry each further page begins. */
  const [befores, setBefores] = useState<readonly number[]>([]);
  const entry = workspace.data?.entry;
  const since = begun === null || entry === undefined ? 0 : Math.max(0, entry - begun);
  const first = useAsk("Diary", { ...props.ask, limit: Math.min(MOST, PAGE + since) }, { keep: true });
  const [last, setLast] = useState<{ before: number; next: number | null } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const edit = useEdit();
  const [tried, setTried] = useState<number | null>(null);

  const boundary = befores[0];
  const lines = (first.data?.lines ?? []).filter((line) => boundary === undefined || line.entry >= boundary);
  const lastBefore = befores[befores.length - 1];
  const next =
    lastBefore === undefined ? (first.data?.next ?? null) : last?.before === lastBefore ? last.next : null;
  const older = () => {
    if (next === null) return;
    if (befores.length === 0) setBegun(entry ?? 0);
    setBefores((before) => (before.includes(next) ? before : [...before, next]));
  };

  const toggle = async (line: Line) => {
    const name = line.undone_by === null ? "UndoEntry" : "RedoEntry";
    setTried(line.entry);
    const done = await edit.attempt((run) => run(name, { entry: line.entry }));
    if (!done) return;
    setTried(null);
    const what = commandName(done.reply.command, t);
    const item = done.reply.title ?? "";
    say(t(name === "UndoEntry" ? "undo.undone" : "undo.redone", { what, item }));
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => focusLine(list.current, 0),
    move: (by) => focusLine(list.current, by),
  }));

  const [takesFocus, setTakesFocus] = useState(() => props.takeFocus === true && comesByKey());
  useAwaited(takesFocus && first.isPending, "rows");
  const isThere = lines.length > 0;
  useEffect(() => {
    if (!takesFocus || !isThere) return;
    setTakesFocus(false);
    focusLine(list.current, 0);
  }, [takesFocus, isThere]);

  if (first.error) return <Problem message={first.error.message} />;
  if (first.isPending) return <Wait label={t("app.loading")} />;
  if (lines.length === 0)
    return (
      <Empty>
        <p>{t("diary.empty")}</p>
      </Empty>
    );
  const shared = {
    readOnly: props.readOnly,
    busy: edit.busy,
    refused: tried,
    refusal: edit.refusal?.message,
    onToggle: (line: Line) => void toggle(line),
    onFind: (found: number) => list.current?.querySelector<HTMLElement>(`[data-entry="${found}"]`)?.focus(),
    heading: props.dayHeading,
    own: props.ask.item ?? null,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go from line to line of the lists inside.
    <div
      className="diary"
      ref={list}
      onKeyDown={(event) => {
        const by = steps[event.key];
        if (by === undefined || !(event.target instanceof HTMLElement)) return;
        if (event.target.dataset.entry === undefined) return;
        event.preventDefault();
        focusLine(list.current, by);
      }}
    >
      <Days lines={lines} after={null} {...shared} />
      {befores.map((before, i) => (
        <Page
          key={before}
          ask={{ ...props.ask, before, limit: PAGE }}
          after={i === 0 ? (lines[lines.length - 1]?.at ?? null) : null}
          onNext={(found) => setLast({ before, next: found })}
          isLast={before === lastBefore}
          {...shared}
        />
      ))}
      {next !== null && <Older onSeen={older} label={t("diary.older")} />}
    </div>
  );
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -1e6,
  End: 1e6,
  PageDown: 10,
  PageUp: -10,
};

/** Moves the focus by so many lines; 0: to the line that had it last. */
function focusLine(list: HTMLElement | null, by: number): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const to = at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by));
  lines[to]?.focus();
}

type Shared = {
  readOnly: boolean;
  busy: boolean;
  refused: number | null;
  refusal: string | undefined;
  onToggle: (line: Line) => void;
  onFind: (entry: number) => void;
  heading: Heading;
  /** The item whose diary it is. */
  own: string | null;
};

function Page(
  props: Shared & {
    ask: Args<"Diary">;
    after: string | null;
    isLast: boolean;
    onNext: (next: number | null) => void;
  },
) {
  const { ask, onNext, isLast, ...shared } = props;
  const { t } = useWords();
  const { data, error } = useAsk("Diary", ask);
  const next = data?.next;
  const tell = useRef(onNext);
  tell.current = onNext;
  useEffect(() => {
    if (isLast && next !== undefined) tell.current(next);
  }, [isLast, next]);
  if (error) return <Problem message={error.message} />;
  if (!data) return <Wait label={t("app.loading")} />;
  return <Days lines={data.lines} {...shared} />;
}

function Days({
  lines,
  after,
  heading: H,
  ...shared
}: Shared & { lines: readonly Line[]; after: string | null }) {
  const { t, day } = useWords();
  const today = localToday();
  const yesterday = localToday(new Date(Date.now() - 86_400_000));
  const named = (on: string) =>
    on === today ? t("diary.today") : on === yesterday ? t("diary.yesterday") : day(on);
  const days: { day: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const on = localToday(new Date(line.at));
    const last = days[days.length - 1];
    if (last?.day === on) last.lines.push(line);
    else days.push({ day: on, lines: [line] });
  }
  const before = after === null ? null : localToday(new Date(after));
  return days.map((one) => (
    <section key={one.day} className="diary-day" aria-label={named(one.day)}>
      {one.day !== before && <H>{named(one.day)}</H>}
      <ol>
        {one.lines.map((line) => (
          <DiaryLine
            key={line.entry}
            line={line}
            own={shared.own}
            readOnly={shared.readOnly}
            busy={shared.busy}
            refusal={shared.refused === line.entry ? shared.refusal : undefined}
            onToggle={() => shared.onToggle(line)}
            onFind={shared.onFind}
          />
        ))}
      </ol>
    </section>
  ));
}

/** Asks for the next page when it comes into sight, or when it is pressed. */
function Older({ onSeen, label }: { onSeen: () => void; label: string }) {
  const end = useRef<HTMLParagraphElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) seen.current();
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  return (
    <p className="row-acts" ref={end}>
      <Button onPress={onSeen}>{label}</Button>
    </p>
  );
}
