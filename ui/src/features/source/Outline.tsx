// The items of a source in its own order and structure, each with its state in the margin: sections that fold and can be
// gone to, keys to go through the items, and a choice of what is shown. What was left is come back to.
import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useAsk } from "../../queries/door";
import type { OutlineRow } from "../../queries/types";
import { matches } from "../../shared/keys/keys";
import { Button } from "../../shared/ui/Button";
import { Empty, Own, Problem, Tag, Wait } from "../../shared/ui/bits";
import { Mark } from "../../shared/ui/Mark";
import { MenuButton } from "../../shared/ui/Menu";
import { useWords, type Words } from "../../strings/words";
import { type Only, onlyRows, onlys, sections } from "./outline";
import "./source.css";

const PAGE = 1000;

/** How an outline was left: what was shown and folded, the row, and how far below the top of the pane it stood. */
type Left = { only: Only; folded: ReadonlySet<string>; at: string | null; top: number | null; limit: number };
const lefts = new Map<string, Left>();
const asNew: Left = { only: "all", folded: new Set(), at: null, top: null, limit: PAGE };

const rowOf = (root: HTMLElement | null, id: string) =>
  root?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;

export function Outline(props: {
  source: string;
  /** Of its text, as a code. */
  lang: string | null;
  onOpen: (id: string) => void;
  /** What else can be done here. */
  end?: ReactNode;
}) {
  const { source, onOpen } = props;
  const words = useWords();
  const { t, number } = words;
  const [left, setLeft] = useState(() => lefts.get(source) ?? asNew);
  const change = (next: Partial<Left>) => {
    const changed = { ...left, ...next };
    lefts.set(source, changed);
    setLeft(changed);
  };
  const root = useRef<HTMLDivElement>(null);
  const asked = useAsk("Outline", { source, limit: left.limit }, { keep: true });
  const reply = asked.data;
  const all = useMemo(() => reply?.rows ?? [], [reply]);
  const counts = useMemo(
    () =>
      Object.fromEntries(
        onlys.map((only) => [only, onlyRows(all, only).filter((row) => !row.part).length]),
      ) as Record<Only, number>,
    [all],
  );
  const shown = useMemo(() => sections(onlyRows(all, left.only)), [all, left.only]);
  const inSight = shown.flatMap((one) => (left.folded.has(one.id) ? [] : one.rows));
  const current = inSight.some((row) => row.id === left.at) ? left.at : (inSight[0]?.id ?? null);

  const now = useRef<readonly OutlineRow[]>(inSight);
  now.current = inSight;
  useKeysOfRows(root, now);
  useComeBack(root, source, reply !== undefined);

  const open = (id: string) => {
    const pane = root.current?.closest(".item");
    const top = rowOf(root.current, id)?.getBoundingClientRect().top ?? 0;
    change({ at: id, top: top - (pane?.getBoundingClientRect().top ?? 0) });
    onOpen(id);
  };
  if (!reply)
    return asked.error ? <Problem message={asked.error.message} /> : <Wait label={t("app.loading")} />;
  const figures = [
    { id: "items", n: reply.items, label: t("columns.items") },
    { id: "taken_up", n: reply.taken_up, label: t("source.takenUp") },
    { id: "implemented", n: reply.implemented, label: t("progressState.implemented") },
    { id: "overdue", n: reply.overdue, label: t("progressState.overdue") },
  ];
  return (
    <div className="outline" ref={root}>
      <ul className="numbers part" aria-label={t("account.numbers")}>
        {figures.map(({ id, n, label }) => (
          <li key={id} className={`number${id === "overdue" && n > 0 ? " late" : ""}`}>
            <strong>{number(n)}</strong> <span>{label}</span>
          </li>
        ))}
      </ul>
      <div className="outline-tools">
        {reply.total > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand in a frame.
          <span role="group" aria-label={t("source.show")}>
            {onlys.map((only) => (
              <button
                key={only}
                type="button"
                className="only"
                aria-pressed={left.only === only}
                onClick={() => change({ only })}
              >
                {only === "all" ? t("source.all") : t(`progressState.${only}`)} {number(counts[only])}
              </button>
            ))}
          </span>
        )}
        {shown.length > 1 && (
          <MenuButton
            small
            label={t("source.contents")}
            entries={shown.map((one) => ({
              id: one.id,
              label: one.title ?? t("source.noSection"),
              detail: one.rows[0]?.label ?? "",
            }))}
            onAct={(id) => {
              // The menu gives the focus back to its button first.
              setTimeout(() => {
                const head = root.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
                head?.focus({ preventScroll: true });
                head?.scrollIntoView({ block: "start" });
              }, 60);
            }}
          />
        )}
        {props.end && <span className="outline-end">{props.end}</span>}
      </div>
      {shown.map((one) => {
        const folded = left.folded.has(one.id);
        return (
          <section key={one.id} className="chapter">
            <h3>
              <button
                type="button"
                className="fold"
                data-section={one.id}
                aria-expanded={!folded}
                onClick={() => {
                  const next = new Set(left.folded);
                  if (folded) next.delete(one.id);
                  else next.add(one.id);
                  change({ folded: next });
                }}
              >
                <span className="fold-sign" aria-hidden="true" />
                <span dir="auto">{one.title ?? t("source.noSection")}</span>
                <small>{number(one.rows.filter((row) => !row.part).length)}</small>
              </button>
            </h3>
            {!folded && (
              <ul>
                {one.rows.map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    words={words}
                    lang={props.lang}
                    here={row.id === current}
                    open={open}
                  />
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {shown.length === 0 && (
        <Empty>
          <p>{reply.total > 0 ? t("source.noneShown") : t("empty.recommendations")}</p>
        </Empty>
      )}
      {reply.total > left.limit && (
        <p className="outline-more">
          <Button onPress={() => change({ limit: left.limit + PAGE })}>
            {t("source.more", { count: Math.min(PAGE, reply.total - left.limit) })}
          </Button>
        </p>
      )}
    </div>
  );
}

/** J, K and the arrows go through the rows in sight while the focus is on the page. */
function useKeysOfRows(root: RefObject<HTMLElement | null>, now: RefObject<readonly OutlineRow[]>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!plain || event.defaultPrevented || !(target instanceof HTMLElement) || !root.current) return;
      const pane = root.current.closest(".item");
      if (!pane?.contains(target) || target.closest("input, textarea, form, [role=dialog], .popover")) return;
      const onRow = target.dataset.id !== undefined;
      const inSight = now.current;
      const stop = onRow ? target : root.current.querySelector<HTMLElement>('.entry-row[tabindex="0"]');
      const at = inSight.findIndex((row) => row.id === stop?.dataset.id);
      const last = inSight.length - 1;
      const to =
        matches(event, "j") || (onRow && event.key === "ArrowDown")
          ? onRow
            ? at + 1
            : at
          : matches(event, "k") || (onRow && event.key === "ArrowUp")
            ? at - 1
            : onRow && event.key === "Home"
              ? 0
              : onRow && event.key === "End"
                ? last
                : null;
      if (to === null || last < 0) return;
      event.preventDefault();
      event.stopPropagation();
      const row = inSight[Math.max(0, Math.min(last, to))];
      if (row) rowOf(root.current, row.id)?.focus();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [root, now]);
}

/** So many frames a page that is come back to takes to have its heights. */
const SETTLING = 8;

/** A page that is come back to from one of its items stands as it stood, with the focus on that item. */
function useComeBack(root: RefObject<HTMLElement | null>, source: string, there: boolean) {
  useEffect(() => {
    const left = lefts.get(source);
    if (!there || !left || left.at === null || left.top === null) return;
    const { at, top } = left;
    let frames = 0;
    // After the pane has put back its own scroll. What is out of sight has no height of its own yet: it comes with the
    // frames in which it is drawn.
    const settle = () => {
      lefts.set(source, { ...left, top: null });
      const row = rowOf(root.current, at);
      const pane = root.current?.closest(".item");
      if (!row || !pane) return;
      if (frames === 0) row.focus({ preventScroll: true });
      pane.scrollTop += row.getBoundingClientRect().top - pane.getBoundingClientRect().top - top;
      frames += 1;
      if (frames < SETTLING) frame = requestAnimationFrame(settle);
    };
    let frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [root, source, there]);
}

const MANY = 3;

const Row = memo(function Row(props: {
  row: OutlineRow;
  words: Words;
  lang: string | null;
  here: boolean;
  open: (id: string) => void;
}) {
  const { row, words } = props;
  const { t, number } = words;
  const leads = row.leads.slice(0, MANY).join(t("list.comma"));
  const place = words.place(row.page, row.line);
  return (
    <li className={row.part ? "entry part-of" : "entry"}>
      <button
        type="button"
        className="entry-row"
        data-id={row.id}
        tabIndex={props.here ? 0 : -1}
        title={place ?? undefined}
        onFocus={(event) => {
          // One stop of the Tab key: the row that was last gone to.
          const list = event.currentTarget.closest(".outline");
          const before = list?.querySelector<HTMLElement>('.entry-row[tabindex="0"]');
          if (before) before.tabIndex = -1;
          event.currentTarget.tabIndex = 0;
        }}
        onClick={() => props.open(row.id)}
      >
        <span className="ref">
          <Own>{row.label ?? row.recommendation}</Own>
        </span>
        <span className="entry-text" dir="auto" lang={props.lang ?? undefined}>
          {row.heading && <strong>{row.heading} </strong>}
          {row.text}
        </span>
        <span className="margin">
          <Mark {...words.progress(row.state)} />
          {row.private && <Tag {...words.tag("private")} />}
          <span className={row.leads.length > 0 ? "lead" : "lead nobody"}>
            <Own>
              {row.leads.length === 0
                ? t("source.nobody")
                : row.leads.length > MANY
                  ? `${leads} +${number(row.leads.length - MANY)}`
                  : leads}
            </Own>
          </span>
          {row.days_overdue !== null ? (
            <span className="late-text" {...words.lateBy(row.days_overdue)} />
          ) : (
            row.due_by && <span>{words.shortDay(row.due_by)}</span>
          )}
          {row.evidence > 0 && <span>{t("source.evidence", { count: row.evidence })}</span>}
        </span>
      </button>
    </li>
  );
});
