// When a commitment is due, with every move of the day on one line: the first day, each later one, today. The same is
// said in words below, so the line itself is only for the eye.
import type { CommitmentPage } from "../../queries/types";
import { Own } from "../../shared/ui/bits";
import { daysBetween, useWords } from "../../strings/words";

type Point = { day: string; kind: "first" | "moved" | "current" | "today" };

/** The days of a due in their order of decision, and today; nothing where no day is known. */
export function points(page: CommitmentPage, today: string): Point[] {
  const moves = page.moves.filter((one) => one.before !== null);
  const days = [moves[0]?.due_by_before ?? page.original?.due_by ?? null, ...moves.map((one) => one.due_by)];
  const known = days.filter((day) => day !== null);
  const now = page.due?.due_by ?? null;
  if (now !== null && known[known.length - 1] !== now) known.push(now);
  if (known.length === 0) return [];
  const last = known.length - 1;
  return [
    ...known.map((day, i): Point => ({ day, kind: i === last ? "current" : i === 0 ? "first" : "moved" })),
    { day: today, kind: "today" },
  ];
}

/** Where each stands on the line, in per cent. */
export function along(days: readonly string[]): number[] {
  const sorted = [...days].sort();
  const from = sorted[0] ?? "";
  const whole = daysBetween(from, sorted[sorted.length - 1] ?? "");
  return days.map((day) => (whole === 0 ? 50 : Math.round((daysBetween(from, day) / whole) * 1000) / 10));
}

export function DueLine({ page, today }: { page: CommitmentPage; today: string }) {
  const words = useWords();
  const { t } = words;
  const all = points(page, today);
  const where = along(all.map((one) => one.day));
  const dues = all.filter((one) => one.kind !== "today");
  const late = page.days_overdue !== null;
  const [start, end] = [where[all.length - 2] ?? 0, where[all.length - 1] ?? 0];
  return (
    <>
      <p className="run-due">
        {page.due ? <Own>{words.due(page.due)}</Own> : t("due.none")}{" "}
        {page.days_overdue !== null && (
          <strong className="late-text" {...words.late}>
            {t("due.overdue", { days: page.days_overdue })}
          </strong>
        )}
      </p>
      {dues.length > 0 && (
        <div className="due-line" aria-hidden="true">
          {late && (
            <span
              className="due-late"
              style={{ insetInlineStart: `${start}%`, inlineSize: `${Math.max(0, end - start)}%` }}
            />
          )}
          {all.map((one, i) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: two decisions may name the same day.
              key={`${one.kind} ${i}`}
              className={`due-point ${one.kind}`}
              style={{ insetInlineStart: `${where[i] ?? 0}%` }}
            />
          ))}
        </div>
      )}
      {dues.length > 1 && (
        <p className="quiet">
          {dues.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two decisions may name the same day.
            <span key={`${one.day} ${i}`}>
              {i > 0 && (
                <>
                  {" "}
                  <span className="arrow" aria-hidden="true" />{" "}
                </>
              )}
              {one.kind === "current" ? words.shortDay(one.day) : <del>{words.shortDay(one.day)}</del>}
            </span>
          ))}{" "}
          {page.slips > 0 && `(${t("due.moved", { times: page.slips, days: page.days_moved ?? 0 })})`}
        </p>
      )}
    </>
  );
}
