// The open workspace: three panes, the bar, the foot, the windows over them. Brings view, acts, keys and focus together.
import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isPlain, offered, type PlainName, strokes } from "../features/plain/forms";
import type { Deed, RunList } from "../features/review/run";
import { useAsk } from "../queries/door";
import { OpenerProvider } from "../queries/opener";
import { useSettled } from "../queries/search";
import type { Grant, WorkspaceReply } from "../queries/types";
import { useWatch } from "../queries/watch";
import { draftOf, keepDraft, type Values } from "../shared/form/values";
import type { GridHandle } from "../shared/grid/Grid";
import { keepFor } from "../shared/kept";
import { say } from "../shared/ui/announce";
import { Button } from "../shared/ui/Button";
import { later } from "../shared/ui/later";
import { useWords } from "../strings/words";
import { possible } from "./actions";
import { useAhead, useForesee } from "./ahead";
import { Foot } from "./Foot";
import { ItemPane } from "./ItemPane";
import { ListPane } from "./ListPane";
import { OpenWindow } from "./OpenWindow";
import { queues } from "./queues";
import { Side } from "./Side";
import type { Settings } from "./settings";
import { TopBar } from "./TopBar";
import { useActs } from "./use-acts";
import { useFocus } from "./use-focus";
import { useKeys } from "./use-keys";
import { useNotice } from "./use-notice";
import { useReview } from "./use-review";
import { useTour } from "./use-tour";
import { useMemory } from "./use-view";
import { type ListView, ofList, placeKey, type Step, type View } from "./view";
import "./app.css";

const TourPanel = later(async () => (await import("./TourPanel")).TourPanel);
const ReviewPane = later(async () => (await import("./ReviewPane")).ReviewPane);

/** Places that use the room of the item while none is open. */
const widePlaces: ReadonlySet<View["place"]["at"]> = new Set(["report", "picture", "compare", "diary"]);

/** An item that was shown so long was looked at, and is offered again in the palette. */
const LOOKED_AT = 800;

/** The same while nothing of it is another: a form that opens or closes draws no list anew. */
function useListView({ place, filter, group, onlySource, onlyLead, item, asOf, known, window }: View) {
  const own = ofList(window);
  return useMemo(
    (): ListView => ({ place, filter, group, onlySource, onlyLead, item, asOf, known, window: own }),
    [place, filter, group, onlySource, onlyLead, item, asOf, known, own],
  );
}

/** The list of before, where the names in it are the same. */
function useAlike<T extends string>(names: readonly T[]): readonly T[] {
  const before = useRef(names);
  if (before.current.join() !== names.join()) before.current = names;
  return before.current;
}

type Props = {
  view: View;
  go: Dispatch<Step>;
  settings: Settings;
  workspace: WorkspaceReply;
  onOpened: () => Promise<void>;
};

export function Workbench(props: Props) {
  const { view, settings, workspace, onOpened } = props;
  const go = useAhead(view, props.go);
  const foresee = useForesee(view);
  const words = useWords();
  const { t } = words;
  useWatch(workspace.entry);
  useNotice(workspace, settings.notice);
  keepFor(workspace.file);

  const asked = useSettled(view.item);
  const shown = useAsk("Show", { item: asked ?? "" }, { when: asked !== null, keep: true });
  const page = view.item === null ? undefined : shown.data;
  const stale = page !== undefined && (shown.isPlaceholderData || asked !== view.item);
  const coming = view.item !== null && !shown.isError && (page === undefined || stale);

  const grid = useRef<GridHandle>(null);
  const item = useRef<HTMLElement>(null);
  const side = useRef<HTMLElement>(null);
  const panes = useMemo(() => ({ grid, item, side }), []);
  const list = useRef<RunList | null>(null);
  const chosen = useRef(0);
  const review = useReview({ view, go, workspace, list, at: chosen });
  const tour = useTour(view, workspace.file);
  const acts = useActs({
    tour,
    view,
    go,
    page: stale ? undefined : page,
    coming,
    workspace,
    panes,
    review,
    onOpened,
  });
  const { perform } = acts;

  const place = placeKey(view.place);
  const [at, setAt] = useState<{ place: string; index: number; of: number | null } | null>(null);
  const onAt = useCallback(
    (index: number, of: number | null) => {
      setAt((now) =>
        now && now.place === place && now.index === index && now.of === of ? now : { place, index, of },
      );
      chosen.current = index;
    },
    [place],
  );
  const onList = useCallback(({ ask, label }: RunList) => {
    const runs = ask.name === "Overdue" || ask.args.kind === "commitments";
    list.current = runs ? { ask, label } : null;
  }, []);
  // In the run, what was done leads on to the next; else the form closes, and `again` opens it on the next row.
  const [onward, setOnward] = useState<string | null>(null);
  const onDeed = useCallback(
    (deed: Deed, again: boolean) => {
      setOnward(again ? view.item : null);
      if (view.review === "run") void review.saved(deed);
      else if (again) grid.current?.move(1);
      else return false;
      return view.review === "run";
    },
    [view.review, view.item, review],
  );
  useEffect(() => {
    if (onward === null || view.item === onward) return;
    setOnward(null);
    if (view.item !== null) perform("log-update");
  }, [onward, view.item, perform]);
  const memory = useMemory();
  useEffect(() => {
    if (view.item === null) return;
    const item = view.item;
    const timer = setTimeout(() => memory.lookedAt(item), LOOKED_AT);
    return () => clearTimeout(timer);
  }, [view.item, memory]);
  const { clearRefusal } = acts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal belongs to the item that it was about.
  useEffect(clearRefusal, [view.item, clearRefusal]);

  useFocus(
    view.form,
    item,
    () => {
      const field = item.current?.querySelector<HTMLElement>("form input, form textarea");
      if (field) field.focus();
      else if (view.pane === "item") item.current?.focus();
      else acts.focusList();
    },
    place,
  );

  // Dropped or pasted evidence goes into the form that is open, else into a new one.
  const give = (file: Grant | null, link: string) => {
    if (!page || !possible("add-evidence", acts.here)) return;
    const open = view.form?.name === "update" || view.form?.name === "evidence" ? view.form.name : null;
    if (open) {
      const id = `${open} ${page.id}`;
      keepDraft(id, { ...draftOf(id), evidence: { file, words: link } });
    }
    go({
      do: "form",
      form: { name: open ?? "evidence", ...(file ? { file } : {}), ...(link ? { link } : {}) },
    });
  };
  const openForm = useCallback(
    (command: PlainName, fill?: Values) =>
      go({ do: "form", form: { name: "plain", command, ...(fill ? { fill } : {}) } }),
    [go],
  );
  const opener = useMemo(
    () => ({
      act: (form: string, fill?: Values) => isPlain(form) && openForm(form, fill),
      open: (item: string) => go({ do: "open", item }),
      knownAt: (entry: number) => go({ do: "known", entry }),
    }),
    [go, openForm],
  );

  const onForm = (stroke: string) => {
    const name = offered(coming ? undefined : page, workspace.read_only).find(
      (one) => strokes[one] === stroke,
    );
    return name && (() => openForm(name));
  };
  const onQueue = (stroke: string) => {
    const found = queues.find((one) => one.stroke !== undefined && one.stroke === stroke);
    return found && (() => go({ do: "go", place: { at: "queue", queue: found.queue } }));
  };
  useKeys({
    perform,
    letters: settings.letters,
    form: onForm,
    queue: (stroke) => (view.review === null ? onQueue(stroke) : undefined),
    onFiles: (grants) => grants[0] && give(grants[0], ""),
    onLink: (link) => give(null, link),
    picture: t("evidence.pasted"),
    onRefused: (reason) => say(reason instanceof Error ? reason.message : String(reason)),
  });

  const leaveTour = () => {
    say(t("tour.left"));
    acts.focusList();
  };
  const plainOnes = useAlike(offered(page, workspace.read_only));
  const listed = useListView(view);
  const wide = widePlaces.has(view.place.at);
  const itemProps = {
    ref: item,
    view,
    go,
    page,
    stale,
    refusal: shown.error?.message,
    actRefusal: acts.refusal?.message,
    here: acts.here,
    today: workspace.today,
    perform,
    onDeed,
  };

  return (
    <OpenerProvider value={opener}>
      <div
        className="bench"
        data-wide={wide && view.item === null && view.form === null ? "" : undefined}
        data-alone={view.alone && view.pane === "list" && !wide ? "" : undefined}
        data-review={view.review ?? undefined}
        data-pane={view.pane}
        data-side={view.side ? "out" : undefined}
      >
        <TopBar
          asOf={view.asOf}
          side={view.side}
          go={go}
          workspace={workspace}
          settings={settings}
          perform={perform}
        />
        {(view.asOf || view.known !== null) && (
          <div className="as-of-band" role="status">
            {view.asOf && t("asOf.band", { day: words.day(view.asOf) })}{" "}
            {view.known !== null && t("asOf.knownBand", { entry: view.known })}
            <Button small onPress={() => perform("today")} stroke="shift+t">
              {t("asOf.back")}
            </Button>
          </div>
        )}
        {view.review === null && (
          <>
            <Side
              place={view.place}
              filter={view.filter}
              group={view.group}
              go={go}
              foresee={foresee}
              ref={side}
            />
            <ListPane
              view={listed}
              go={go}
              workspace={workspace}
              perform={perform}
              onAt={onAt}
              onList={onList}
              review={review}
              grid={grid}
              focusItem={acts.focusItem}
            />
          </>
        )}
        {view.review === "run" ? (
          <ReviewPane {...itemProps} review={review} />
        ) : (
          <ItemPane {...itemProps} loading={shown.isPending || stale} forms={plainOnes} openForm={openForm} />
        )}
        {tour.at !== null && (
          <TourPanel tour={tour} go={go} onLeave={leaveTour} onAnew={() => void acts.practise()} />
        )}
        <Foot
          at={at?.place === place && view.review === null ? at : null}
          workspace={workspace}
          busy={acts.busy}
        />
        <OpenWindow
          {...{ view, go, settings, workspace, perform, page, openForm, onOpened }}
          here={acts.here}
          explained={acts.explained}
          forms={plainOnes}
          waits={review.waits}
          reviewable={list.current !== null}
        />
      </div>
    </OpenerProvider>
  );
}
