// What has been under way for more than half a second: what it is, how far it is, and how to end it. The one place for all
// of it, over every window; and so the place from which those who listen hear what the foot says. Escape in the form from
// which something was begun ends it before it closes the form.
import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { canStop, type Job, stopJob, stopNewest, useJobs } from "../queries/jobs";
import { matches } from "../shared/keys/keys";
import { say, useSaid } from "../shared/ui/announce";
import { Button } from "../shared/ui/Button";
import { Aloud } from "../shared/ui/bits";
import { useWords, type Words } from "../strings/words";
import { commandWords } from "./command-words";
import "./jobs.css";

/** What is not an edit, by what the officer waits for. */
const kinds = {
  Check: "check",
  SaveCopy: "copy",
  Summary: "summary",
  ExportEvidence: "file",
  SavePicture: "file",
  SaveText: "file",
  New: "new",
  Sample: "new",
  Open: "open",
  // At the start it waits until the file is open.
  Workspace: "open",
  Compare: "count",
  List: "count",
  Overdue: "count",
  StatusBy: "count",
  Ageing: "count",
  Heat: "count",
  OverTime: "count",
  DueLine: "count",
  PreviewMany: "preview",
  PreviewCells: "preview",
  ReadCells: "preview",
  ReadRegister: "preview",
  EventMovePreview: "preview",
  RepeatPreview: "preview",
} as const satisfies Partial<Record<Job["name"], string>>;

/** After these there is no file. */
const writes: ReadonlySet<string> = new Set(["copy", "summary", "file", "new"]);

const kindOf = (name: Job["name"]) => (name in kinds ? kinds[name as keyof typeof kinds] : null);

function what(t: Words["t"], name: Job["name"]): string {
  const kind = kindOf(name);
  return kind ? t(`job.is.${kind}`) : t("job.is.edit", { what: commandWords(t, name) });
}

/** Whether it was begun from where the focus is. */
function begunHere(job: Job): boolean {
  const at = document.activeElement;
  return at?.closest(".jobs") != null || (job.from?.contains(at) ?? false);
}

export function Jobs() {
  const words = useWords();
  const { t } = words;
  const { jobs, stopped } = useJobs();
  const said = useSaid();
  const box = useRef<HTMLElement>(null);
  /** Where the focus came from, while it is in here. */
  const before = useRef<Element | null>(null);
  const inside = useRef(false);

  const some = jobs.length > 0;
  useEffect(() => {
    if (!some) return;
    const onKey = (event: KeyboardEvent) => {
      const ended = matches(event, "escape")
        ? stopNewest(begunHere)
        : matches(event, "mod+.") && stopNewest();
      if (!ended) return;
      // Before the form or the window hears it: one step back at a time.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [some]);

  const told = useRef(stopped.at);
  useEffect(() => {
    if (stopped.at === told.current) return;
    told.current = stopped.at;
    const kind = stopped.name && kindOf(stopped.name);
    const words = kind === null ? "unchanged" : writes.has(kind) ? "unwritten" : "stopped";
    say(t(`job.${words}`));
  }, [stopped, t]);

  // What had the focus is gone with its job: it goes to the next one, or back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a job comes or goes.
  useLayoutEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    const next = box.current?.querySelector("button") ?? before.current;
    const to = next?.isConnected ? next : document.querySelector("main");
    inside.current = box.current?.contains(to) ?? false;
    if (to instanceof HTMLElement) to.focus();
  }, [jobs]);

  return createPortal(
    // Over the windows, and not hidden by them from those who listen or go by key.
    <div data-react-aria-top-layer="true">
      <Aloud>{jobs.map((job) => what(t, job.name)).join(" ")}</Aloud>
      <Aloud nth={said.at}>{said.text}</Aloud>
      {some && (
        <section
          className="jobs"
          aria-label={t("job.label")}
          ref={box}
          onFocus={(event) => {
            if (inside.current) return;
            inside.current = true;
            before.current = event.relatedTarget;
          }}
          onBlur={(event) => {
            if (event.relatedTarget) inside.current = event.currentTarget.contains(event.relatedTarget);
          }}
        >
          <ul>
            {jobs.map((job) => (
              <Line key={job.id} job={job} words={words} />
            ))}
          </ul>
        </section>
      )}
    </div>,
    document.body,
  );
}

function Line({ job, words: { t } }: { job: Job; words: Words }) {
  const name = what(t, job.name);
  const id = useId();
  return (
    <li className="job">
      <span className="job-name" id={id}>
        {name}
      </span>
      <progress max={100} aria-label={name} {...(job.percent === null ? {} : { value: job.percent })} />
      <span className="job-far">
        {job.stopping
          ? t("job.stopping")
          : job.percent !== null && t("job.far", { share: job.percent / 100 })}
      </span>
      {canStop(job) && (
        <Button small stroke="mod+." aria-describedby={id} onPress={() => stopJob(job.id)}>
          {t("form.cancel")}
        </Button>
      )}
    </li>
  );
}
