// The overdue review: the answer first (how many, since when), how old, whose; and what to say when nothing is overdue.
import { useAsk } from "../../queries/door";
import type { RowsReply } from "../../queries/rows";
import type { AgeBand, CountsReply, OverdueReply } from "../../queries/types";
import type { Picked } from "../../shared/form/values";
import type { GridGroup } from "../../shared/grid/Grid";
import { Button } from "../../shared/ui/Button";
import { Empty } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { daysBetween, useWords, type Words } from "../../strings/words";

export function overdueGroups(words: Words): (reply: RowsReply) => GridGroup[] {
  const { t } = words;
  return (reply) =>
    "groups" in reply
      ? reply.groups.map((group) => ({
          key: group.actor?.id ?? "none",
          start: group.start,
          count: group.count,
          label: (
            <>
              <bdi>{group.actor?.name ?? t("overdue.noLead")}</bdi>
              <small>
                {t("overdue.group", {
                  count: group.count,
                  days: group.oldest ? daysBetween(group.oldest, reply.as_of) : 0,
                })}
              </small>
            </>
          ),
        }))
      : [];
}

type HeadProps = {
  reply: OverdueReply | undefined;
  grouped: boolean;
  source: Picked | null;
  lead: Picked | null;
  sources: CountsReply["sources"];
  leads: CountsReply["actors"];
  onFilter: (filter: { grouped?: boolean; source?: Picked | null; lead?: Picked | null }) => void;
};

export function OverdueHead(props: HeadProps) {
  const { reply, onFilter } = props;
  const words = useWords();
  const { t } = words;
  const leads = props.leads.filter((actor) => actor.overdue > 0 && actor.leads > 0);
  return (
    <header className="list-head">
      <h1>{reply ? t("overdue.title", { count: reply.total }) : t("queue.overdue")}</h1>
      {reply && reply.total > 0 && (
        <>
          <p className="sum">
            {[
              reply.oldest && t("overdue.oldest", { day: words.day(reply.oldest) }),
              t("overdue.evidence", { count: reply.without_evidence }),
              reply.moved > 0 && t("overdue.moved", { count: reply.moved }),
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
          <Ages bands={reply.bands} />
        </>
      )}
      <div className="tools">
        <Button small onPress={() => onFilter({ grouped: !props.grouped })} aria-pressed={props.grouped}>
          {props.grouped ? t("overdue.grouped") : t("overdue.ungrouped")}
        </Button>
        <MenuButton
          small
          label={
            props.source ? (
              <bdi>{t("overdue.onlySource", { name: props.source.ref })}</bdi>
            ) : (
              t("overdue.anySource")
            )
          }
          chosen={props.source?.id ?? "any"}
          entries={[
            { id: "any", label: t("overdue.anySource") },
            ...props.sources.map((one) => ({ id: one.id, label: one.ref, detail: one.title })),
          ]}
          onAct={(id) => {
            const found = props.sources.find((one) => one.id === id);
            onFilter({ source: found ? { id, ref: found.ref, name: found.title } : null });
          }}
        />
        <MenuButton
          small
          label={
            props.lead ? <bdi>{t("overdue.onlyLead", { name: props.lead.ref })}</bdi> : t("overdue.anyLead")
          }
          chosen={props.lead?.id ?? "any"}
          entries={[
            { id: "any", label: t("overdue.anyLead") },
            ...leads.map((one) => ({ id: one.id, label: one.name, detail: words.number(one.overdue) })),
          ]}
          onAct={(id) => {
            const found = leads.find((one) => one.id === id);
            onFilter({ lead: found ? { id, ref: found.ref, name: found.name } : null });
          }}
        />
        {(props.source || props.lead) && (
          <Button small weight="plain" onPress={() => onFilter({ source: null, lead: null })}>
            {t("overdue.noFilter")}
          </Button>
        )}
      </div>
    </header>
  );
}

/** Years that a band of days stands for. */
const years = (days: number) => Math.round(days / 365);

export function bandWords({ t }: Words, band: AgeBand): string {
  if (band.to_days === null) return t("overdue.bandOver", { count: band.count, from: years(band.from_days) });
  if (band.from_days <= 1) return t("overdue.bandUnder", { count: band.count, to: years(band.to_days) });
  return t("overdue.bandFrom", { count: band.count, from: years(band.from_days), to: years(band.to_days) });
}

function Ages({ bands }: { bands: readonly AgeBand[] }) {
  const words = useWords();
  const shown = bands.filter((band) => band.count > 0).sort((a, b) => b.from_days - a.from_days);
  return (
    <div className="ages">
      <div className="ages-bar" aria-hidden="true">
        {shown.map((band) => (
          <i
            key={band.from_days}
            style={{ flexGrow: band.count }}
            data-age={Math.min(3, years(band.from_days))}
          />
        ))}
      </div>
      <ul className="ages-legend" aria-label={words.t("overdue.byAge")}>
        {shown.map((band) => (
          <li key={band.from_days}>
            <i data-age={Math.min(3, years(band.from_days))} aria-hidden="true" />
            {bandWords(words, band)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function OverdueEmpty({ asOf }: { asOf: string | null }) {
  const words = useWords();
  const { t } = words;
  const next = useAsk("Counts", {}).data?.next_due;
  return (
    <Empty title={asOf ? t("overdue.noneOn", { day: words.day(asOf) }) : t("overdue.none")}>
      <p>{next ? t("overdue.next", { day: words.day(next) }) : t("overdue.noNext")}</p>
    </Empty>
  );
}
