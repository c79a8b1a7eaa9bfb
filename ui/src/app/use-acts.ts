// What each act does. One entry for each id of actions.ts: a missing one does not compile.
import { type Dispatch, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { editForms } from "../features/plain/forms";
import { useFiles } from "../features/start/use-files";
import { useEdit, useShell } from "../queries/door";
import { stopNewest } from "../queries/jobs";
import type { ItemPage, WorkspaceReply } from "../queries/types";
import type { GridHandle } from "../shared/grid/Grid";
import { dropHeld, useAwaited } from "../shared/keys/held";
import { say } from "../shared/ui/announce";
import { useWords } from "../strings/words";
import { type ActionId, known, possible } from "./actions";
import { commandWords } from "./command-words";
import { type Explained, explainedAt } from "./terms";
import { isPractice, practice } from "./tour-steps";
import type { Review } from "./use-review";
import type { Tour } from "./use-tour";
import { type FormName, home, type Step, type View } from "./view";

export type Panes = {
  grid: RefObject<GridHandle | null>;
  item: RefObject<HTMLElement | null>;
  side: RefObject<HTMLElement | null>;
};

/** Whether a step back leads out of the run. */
function leaves(view: View): boolean {
  return view.review === "run" && !view.window && !view.side && !view.form;
}

export function useActs(options: {
  view: View;
  go: Dispatch<Step>;
  page: ItemPage | undefined;
  /** An item was chosen whose page is not there yet. */
  coming: boolean;
  workspace: WorkspaceReply;
  panes: Panes;
  /** The run through a list. */
  review: Review;
  tour: Tour;
  onOpened: () => Promise<void>;
}) {
  const { view, go, page, coming, workspace, panes, review, tour, onOpened } = options;
  const { t } = useWords();
  const shell = useShell();
  const edit = useEdit();
  /** What the manual was opened at. */
  const [explained, setExplained] = useState<readonly Explained[]>([]);
  const { attempt } = edit;

  const type = page?.type ?? null;
  const deleted = page?.deleted ?? false;
  const readOnly = workspace.read_only;
  const here = useMemo(() => ({ type, deleted, readOnly }), [type, deleted, readOnly]);

  const form = (name: FormName) => () => go({ do: "form", form: { name } });
  const showWindow = (window: View["window"]) => () => go({ do: "window", window });

  const focusList = () => {
    if (panes.grid.current) panes.grid.current.focus();
    else {
      // The diary, reports and pictures are no grid: their first line, or what scrolls in them, or the first thing to press.
      const pane = document.querySelector<HTMLElement>("main.list");
      const first = (what: string) => pane?.querySelector<HTMLElement>(what);
      (
        first("[data-entry]") ??
        first("[role=group][tabindex='0']") ??
        first(":is(button, a, input)") ??
        pane
      )?.focus();
    }
  };
  const focusItem = useCallback(() => {
    go({ do: "show", pane: "item" });
    requestAnimationFrame(() => panes.item.current?.focus());
  }, [go, panes]);

  const undo = (name: "Undo" | "Redo") => async () => {
    if (!(name === "Undo" ? workspace.undo : workspace.redo)) {
      say(t(name === "Undo" ? "undo.nothing" : "undo.nothingToRedo"));
      return;
    }
    const done = await attempt((run) => run(name, {}));
    if (!done) return;
    const what = commandWords(t, done.reply.command);
    const item = done.reply.title ?? "";
    if (name === "Undo" && view.review === "run") review.undone(done.reply.command);
    say(t(name === "Undo" ? "undo.undone" : "undo.redone", { what, item }));
  };

  const { create, open, practise } = useFiles(attempt, practice(t("start.practiceName")), onOpened);
  const saveCopy = async () => {
    const reply = await attempt(async (run) => {
      const grant = await shell.pickSave("copy", t("file.copyName", { name: workspace.name }));
      return grant ? (await run("SaveCopy", { file: grant.grant })).reply : null;
    });
    if (reply) say(t("done.written", { path: reply.path }));
  };
  const bin = (name: "Delete" | "Restore") => async () => {
    if (!page) return;
    const done = await attempt((run) => run(name, { item: page.id }));
    if (done) say(t(name === "Delete" ? "done.deleted" : "done.restored", { ref: page.ref }));
  };
  const loadCatalogue = async () => {
    const done = await attempt((run) => run("LoadCatalogue", {}));
    if (done)
      say(t("done.catalogue", { sources: done.reply.sources, recommendations: done.reply.recommendations }));
    if (done && done.reply.choices.length > 0) go({ do: "window", window: "catalogue" });
  };

  const draftCommitments = async () => {
    const done = await attempt((run) => run("DraftCommitments", {}));
    if (done) say(t("done.drafts", { count: done.reply.commitments }));
  };

  const nextPane = () => {
    const order = [panes.side.current, panes.item.current];
    const active = document.activeElement;
    const tourAct = document.querySelector<HTMLElement>(".tour button");
    if (panes.item.current?.contains(active) && tourAct) tourAct.focus();
    else if (panes.item.current?.contains(active) || active?.closest(".tour"))
      panes.side.current?.querySelector<HTMLElement>("button")?.focus();
    else if (panes.side.current?.contains(active)) focusList();
    else order[1]?.focus();
  };
  const back = () => {
    if (leaves(view)) {
      void review.leave();
      return;
    }
    const nothing = !view.window && !view.side && !view.form && !view.history && view.trail.length === 0;
    const typed = view.form !== null;
    go({ do: "back" });
    if (typed) say(t("form.closed"));
    if (nothing) requestAnimationFrame(focusList);
  };

  const table: Record<ActionId, () => void | Promise<void>> = {
    "log-update": form("update"),
    "add-evidence": form("evidence"),
    verify: form("verify"),
    "change-due": form("due"),
    "ask-again": form("ask-again"),
    escalate: form("escalate"),
    return: form("return"),
    "set-lead": form("lead"),
    "add-addressee": form("addressee"),
    assess: form("assess"),
    edit: () => {
      const own = page && editForms[page.type];
      go({ do: "form", form: own ? { name: "plain", command: own } : { name: "edit" } });
    },
    letter: showWindow("letter"),
    history: () => go({ do: "history" }),
    private: form("private"),
    delete: bin("Delete"),
    restore: bin("Restore"),
    add: showWindow("new"),
    "new-commitment": form("new-commitment"),
    "new-recommendation": form("new-recommendation"),
    "new-actor": form("new-actor"),
    "new-source": form("new-source"),
    undo: undo("Undo"),
    redo: undo("Redo"),
    export: showWindow("export"),
    "save-copy": saveCopy,
    new: create(false),
    open,
    "open-recent": showWindow("recent"),
    "new-window": () => shell.newWindow(),
    "load-catalogue": loadCatalogue,
    "draft-commitments": draftCommitments,
    check: showWindow("check"),
    practise: () => (isPractice() ? tour.to(tour.at ?? 0) : practise()),
    overdue: () => go({ do: "go", place: home }),
    pictures: () => go({ do: "go", place: { at: "picture", picture: "status_lead" } }),
    diary: () => go({ do: "go", place: { at: "diary" } }),
    compare: () => go({ do: "go", place: { at: "compare" } }),
    "as-of": showWindow("as-of"),
    today: () => go({ do: "asOf", day: null, known: null }),
    columns: () => {
      const { at } = view.place;
      if (at === "queue" || at === "lead" || at === "recommendations" || at === "actors" || at === "sources")
        go({ do: "window", window: "columns" });
    },
    selection: () => {
      const first = document.querySelector<HTMLElement>(".selection button");
      if (first) first.focus();
      else say(t("grid.selectHow"));
    },
    fold: () => panes.grid.current?.fold(true),
    unfold: () => panes.grid.current?.fold(false),
    "paste-rows": () => {
      const at = view.place.at;
      if (at === "queue" || at === "lead" || at === "recommendations") go({ do: "window", window: "paste" });
    },
    alone: () => go({ do: "alone" }),
    review: () => review.start(),
    "go-on-review": () => review.goOn(),
    "full-page": () => (view.review ? go({ do: "review", on: "page" }) : focusItem()),
    next: () => (view.review ? review.next() : panes.grid.current?.move(1)),
    previous: () => (view.review ? review.previous() : panes.grid.current?.move(-1)),
    "next-pane": nextPane,
    back,
    palette: showWindow("palette"),
    manual: () => {
      setExplained(explainedAt(t, document.activeElement));
      go({ do: "window", window: "manual" });
    },
    "search-list": () =>
      go({
        do: "go",
        place: view.place.at === "search" ? view.place : { at: "search", words: "", kind: null },
      }),
    keys: showWindow("keys"),
    stop: () => void stopNewest(),
    about: showWindow("about"),
  };

  const now = useRef({ table, here, coming });
  now.current = { table, here, coming };
  // Keys are quicker than pages: an act on an item that is still coming waits for it, and later keys wait with it.
  const [waiting, setWaiting] = useState<ActionId | null>(null);
  useAwaited(waiting !== null);
  const perform = useCallback((id: ActionId) => {
    const { table, here, coming } = now.current;
    if (coming && known(id).on) setWaiting((first) => first ?? id);
    else if (possible(id, here)) void table[id]();
    else dropHeld();
  }, []);
  useEffect(() => {
    if (coming || waiting === null) return;
    setWaiting(null);
    perform(waiting);
  }, [coming, waiting, perform]);

  return {
    perform,
    here,
    focusList,
    focusItem,
    practise,
    explained,
    busy: edit.busy,
    refusal: edit.refusal,
    clearRefusal: edit.clear,
  };
}
