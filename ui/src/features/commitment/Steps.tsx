// The milestones of a commitment, the occurrences of a due that recurs, and how often its date was moved.
import { useEdit } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { CommitmentPage as Page } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Own, Part, Problem, Tag } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { Table } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";

export function Milestones({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  const edit = useEdit();
  const remove = async (id: string, ref: string) => {
    if (await edit.attempt((run) => run("Delete", { item: id }))) say(t("done.deleted", { ref }));
  };
  if (page.milestones.length === 0) return null;
  const reached = page.milestones.filter((one) => one.done_on !== null).length;
  return (
    <Part
      title={t("commitment.milestones")}
      note={t("commitment.milestonesReached", { count: reached, of: page.milestones.length })}
    >
      <Problem message={edit.refusal?.message} />
      <ol className="steps">
        {page.milestones.map((one) => (
          <li key={one.id} data-done={one.done_on !== null}>
            <span className="own" dir="auto">
              {one.text}
            </span>
            <span className="quiet">
              {one.done_on !== null
                ? t("commitment.reachedOn", { day: words.day(one.done_on) })
                : one.due_stated && <Own>{words.due({ stated: one.due_stated, due_by: one.due_by })}</Own>}
              {one.slips > 0 && one.original && (
                <> {t("commitment.firstDue", { day: words.day(one.original) })}</>
              )}
            </span>
            {one.term && <Tag kind="quiet">{t(`term.${one.term}`)}</Tag>}
            {one.days_overdue !== null && <span className="late-text" {...words.lateBy(one.days_overdue)} />}
            {!page.deleted && (
              <span className="step-acts">
                <MenuButton
                  small
                  weight="plain"
                  label={t("actions.more")}
                  ariaLabel={t("commitment.actsOf", { name: one.text })}
                  entries={[
                    one.done_on === null
                      ? { id: "CompleteMilestone", label: t("plain.title.CompleteMilestone") }
                      : { id: "ReopenMilestone", label: t("plain.title.ReopenMilestone") },
                    { id: "MoveMilestone", label: t("plain.title.MoveMilestone") },
                    { id: "EditMilestone", label: t("plain.title.EditMilestone") },
                    { id: "Delete", label: t("actions.delete") },
                  ]}
                  onAct={(id) =>
                    id === "Delete"
                      ? void remove(one.id, one.ref)
                      : opener.act(id, { [id === "MoveMilestone" ? "commitment" : "milestone"]: one.id })
                  }
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {!page.deleted && (
        <Button small onPress={() => opener.act("AddMilestone")}>
          {t("plain.title.AddMilestone")}
        </Button>
      )}
    </Part>
  );
}

export function Occurrences({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  const opener = useOpener();
  if (page.occurrences.length === 0) return null;
  const missed = page.occurrences.filter((one) => one.state === "missed").length;
  return (
    <Part
      title={t("commitment.occurrences")}
      note={missed > 0 ? t("commitment.missed", { count: missed }) : undefined}
    >
      <Table
        label={t("commitment.occurrences")}
        rows={page.occurrences}
        keyOf={(row) => row.day}
        columns={[
          { id: "day", head: t("columns.due"), names: true, cell: (row) => words.day(row.day) },
          {
            id: "state",
            head: t("columns.status"),
            cell: (row) => (
              <span className={row.state === "missed" ? "late-text" : ""}>{t(`occurred.${row.state}`)}</span>
            ),
          },
          { id: "on", head: t("plain.field.on"), cell: (row) => (row.on ? words.shortDay(row.on) : "") },
          {
            id: "late",
            head: t("columns.overdueBy"),
            end: true,
            cell: (row) => (row.days_late ? t("due.days", { days: row.days_late }) : ""),
          },
          { id: "why", head: t("plain.field.reason"), cell: (row) => row.reason ?? "" },
          {
            id: "acts",
            head: t("actions.more"),
            end: true,
            cell: (row) =>
              row.state === "missed" &&
              !page.deleted && (
                <Button
                  small
                  aria-label={t("commitment.waiveOf", { day: words.day(row.day) })}
                  onPress={() => opener.act("WaiveOccurrence", { occurrence: row.day })}
                >
                  {t("commitment.waive")}
                </Button>
              ),
          },
        ]}
      />
    </Part>
  );
}

export function Moves({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  const moves = page.moves.filter((one) => one.before !== null);
  if (moves.length === 0) return null;
  const day = (text: string | null) => (text === null ? t("columns.noDate") : words.shortDay(text));
  return (
    <Part
      title={t("commitment.moves")}
      note={
        page.days_overdue_original !== null && page.days_overdue_original !== page.days_overdue
          ? t("commitment.overdueOriginal", { days: page.days_overdue_original })
          : undefined
      }
    >
      <Table
        label={t("commitment.moves")}
        rows={moves}
        keyOf={(row) => row.id}
        columns={[
          { id: "from", head: t("plain.move.from"), cell: (row) => day(row.due_by_before) },
          { id: "to", head: t("plain.move.to"), names: true, cell: (row) => day(row.due_by) },
          {
            id: "days",
            head: t("commitment.byDays"),
            end: true,
            cell: (row) => (row.days === null ? "" : t("due.days", { days: row.days })),
          },
          {
            id: "why",
            head: t("plain.field.reason"),
            cell: (row) =>
              row.event
                ? t("commitment.eventMoved", { event: row.event, why: row.event_reason ?? "" })
                : (row.reason ?? ""),
          },
          { id: "by", head: t("plain.field.decider"), cell: (row) => row.decider ?? "" },
        ]}
      />
    </Part>
  );
}
