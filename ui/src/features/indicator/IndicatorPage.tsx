// What is known of one indicator: what it measures, its values over time, those that do not agree, those that were
// corrected, and the items it speaks of.
import { useOpener } from "../../queries/opener";
import type { ObservationRow, IndicatorPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { Table } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";
import { IndicatorChart } from "./Chart";
import { standing } from "./IndicatorsPart";
import "./indicator.css";

export function IndicatorPage({
  page,
  slots,
  onOpen,
}: {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
}) {
  const words = useWords();
  const { t, day, number } = words;
  const opener = useOpener();
  const say = (value: string) => t("indicator.value", { value: number(Number(value)), unit: page.unit });
  const ends = (value: string | null, on: string | null) =>
    value === null ? null : on === null ? say(value) : t("indicator.at", { value: say(value), day: day(on) });
  const points = page.series.flatMap((one) =>
    one.points.map((point) => ({ on: point.on, value: point.value, category: point.category })),
  );
  const whole = page.series[0];
  const stands = whole && standing(words, whole);
  return (
    <ItemFrame
      slots={slots}
      title={page.name}
      where={
        <>
          {t("kind.indicator")} <Own>{page.ref}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          {page.private && <Tag {...words.tag("private")} />}
        </p>
      }
      facts={[
        page.definition !== null && {
          label: t("plain.field.definition"),
          value: <Own>{page.definition}</Own>,
        },
        { label: t("plain.field.direction"), value: t(`direction.${page.direction}`) },
        page.baseline !== null && {
          label: t("plain.field.baseline"),
          value: ends(page.baseline, page.baseline_on),
        },
        page.target !== null && { label: t("plain.field.target"), value: ends(page.target, page.target_on) },
        stands !== null && stands !== undefined && { label: t("columns.status"), value: stands },
        page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
      ]}
    >
      <Part
        title={t("indicator.values")}
        note={points.length === 0 ? t("indicator.noValue") : number(points.length)}
      >
        <IndicatorChart indicator={{ ...page, points }} />
        {page.series.map((one) => (
          <Values key={one.category ?? ""} rows={one.points} say={say} title={one.category} page={page} />
        ))}
        {!page.deleted && (
          <Button small onPress={() => opener.act("Observe")}>
            {t("plain.title.Observe")}
          </Button>
        )}
      </Part>
      {page.conflicts.length > 0 && (
        <Part title={t("indicator.conflicts")} note={t("indicator.conflictsNote")}>
          {page.conflicts.map((one) => (
            <Values
              key={`${one.on} ${one.category}`}
              rows={one.values}
              say={say}
              title={[day(one.on), one.category].filter(Boolean).join(t("list.comma"))}
            />
          ))}
        </Part>
      )}
      {page.superseded.length > 0 && (
        <Part title={t("indicator.superseded")} note={number(page.superseded.length)}>
          <Values rows={page.superseded} say={say} title={null} />
        </Part>
      )}
      <Part title={t("plain.field.speaks_of")} note={number(page.of.length)}>
        <Lines
          onOpen={onOpen}
          lines={page.of.map((one) => ({ id: one.id, refText: one.ref, title: one.title }))}
        />
      </Part>
    </ItemFrame>
  );
}

function Values(props: {
  rows: readonly ObservationRow[];
  say: (value: string) => string;
  title: string | null;
  /** With what can be corrected. */
  page?: Page;
}) {
  const { t, shortDay } = useWords();
  const opener = useOpener();
  const can = props.page && !props.page.deleted;
  return (
    <>
      {props.title && (
        <h4>
          <Own>{props.title}</Own>
        </h4>
      )}
      <Table
        label={props.title ?? t("indicator.values")}
        rows={props.rows}
        keyOf={(row) => row.id}
        columns={[
          { id: "on", head: t("plain.field.observed_on"), names: true, cell: (row) => shortDay(row.on) },
          { id: "value", head: t("plain.field.value"), end: true, cell: (row) => props.say(row.value) },
          { id: "by", head: t("plain.field.said_by"), cell: (row) => row.source ?? "" },
          {
            id: "evidence",
            head: t("kind.evidence"),
            cell: (row) => {
              const { evidence } = row;
              return (
                evidence && (
                  <GoTo onPress={() => opener.open(evidence.id)}>
                    <Own>{evidence.title}</Own>
                  </GoTo>
                )
              );
            },
          },
          {
            id: "note",
            head: t("plain.field.remark"),
            cell: (row) => [row.note, row.reason].filter(Boolean).join(". "),
          },
          ...(can
            ? [
                {
                  id: "acts",
                  head: t("actions.more"),
                  end: true,
                  cell: (row: ObservationRow) => (
                    <Button
                      small
                      weight="plain"
                      aria-label={t("indicator.correctOf", {
                        day: shortDay(row.on),
                        value: props.say(row.value),
                      })}
                      onPress={() => opener.act("CorrectObservation", { observation: row.id })}
                    >
                      {t("timeline.correct")}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
