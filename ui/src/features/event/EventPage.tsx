// What is known of one event: its days and why they moved, and the dues that hang on it.
import { useOpener } from "../../queries/opener";
import type { EventPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Own, Part, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Table } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";

export function EventPage({
  page,
  slots,
  onOpen,
}: {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
}) {
  const words = useWords();
  const { t, shortDay } = words;
  const opener = useOpener();
  const span = (from: string, to: string | null) =>
    to ? t("event.days", { from: words.day(from), to: words.day(to) }) : words.day(from);
  return (
    <ItemFrame
      slots={slots}
      title={page.name}
      where={
        <>
          {t("kind.event")} <Own>{page.ref}</Own>
        </>
      }
      notice={<p className="tags">{page.deleted && <Tag {...words.tag("inBin")} />}</p>}
      facts={[
        {
          label: t("event.when"),
          value: page.from ? span(page.from, page.to) : t("event.noDate"),
        },
      ]}
    >
      <Part title={t("event.dates")} note={page.dates.length === 0 ? t("event.noDate") : undefined}>
        {page.dates.length > 0 && (
          <Table
            label={t("event.dates")}
            rows={page.dates}
            keyOf={(row) => row.id}
            columns={[
              { id: "day", head: t("event.when"), names: true, cell: (row) => span(row.from, row.to) },
              {
                id: "on",
                head: t("plain.field.decided"),
                cell: (row) => (row.decided_on ? shortDay(row.decided_on) : t("event.first")),
              },
              { id: "by", head: t("plain.field.decider"), cell: (row) => row.decider ?? "" },
              { id: "why", head: t("plain.field.reason"), cell: (row) => row.reason ?? "" },
            ]}
          />
        )}
        {!page.deleted && (
          <Button small onPress={() => opener.act("MoveEvent")}>
            {t("plain.title.MoveEvent")}
          </Button>
        )}
      </Part>
      <Part title={t("event.hanging")} note={words.number(page.total)}>
        {page.hanging.length > 0 && (
          <Table
            label={t("event.hanging")}
            rows={page.hanging}
            keyOf={(row) => row.id}
            columns={[
              {
                id: "what",
                head: t("columns.deliverable"),
                names: true,
                cell: (row) => (
                  <GoTo onPress={() => onOpen(row.id)}>
                    <Own>{row.title}</Own>
                  </GoTo>
                ),
              },
              { id: "lead", head: t("columns.lead"), cell: (row) => row.lead ?? t("columns.noLead") },
              { id: "stated", head: t("columns.due"), cell: (row) => row.stated },
              {
                id: "by",
                head: t("event.soBy"),
                end: true,
                cell: (row) =>
                  row.days_overdue !== null ? (
                    <span className="late-text" {...words.lateBy(row.days_overdue)} />
                  ) : row.due_by ? (
                    shortDay(row.due_by)
                  ) : (
                    t("columns.noDate")
                  ),
              },
            ]}
          />
        )}
      </Part>
    </ItemFrame>
  );
}
