// The overdue review: the answer first (how many, since when), how old, whose; and what to say when nothing is overdue.
import type { ComponentProps } from "react";
import { useAsk } from "../../queries/door";
import type { CountsReply, OverdueReply } from "../../queries/types";
import type { Picked } from "../../shared/form/values";
import { Button } from "../../shared/ui/Button";
import { Empty } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { useWords } from "../../strings/words";
import { Ages } from "./Ages";
import { Tools } from "./Head";

type HeadProps = {
  reply: OverdueReply | undefined;
  source: Picked | null;
  lead: Picked | null;
  sources: CountsReply["sources"];
  leads: CountsReply["actors"];
  onFilter: (filter: { source?: Picked | null; lead?: Picked | null }) => void;
  /** Filter and groups, as every list has them. */
  tools: ComponentProps<typeof Tools>;
};

export function OverdueHead(props: HeadProps) {
  const { reply, onFilter } = props;
  const words = useWords();
  const { t } = words;
  const leads = props.leads.filter((actor) => actor.overdue > 0 && actor.leads > 0);
  return (
    <header className="list-head">
      <h1>{reply?.counted ? t("overdue.title", { count: reply.total }) : t("queue.overdue")}</h1>
      {reply?.counted === false && (
        <>
          <p className="sum" aria-hidden="true">
            {"\u00a0"}
          </p>
          <Ages bands={null} />
        </>
      )}
      {reply?.counted && reply.total > 0 && (
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
      <Tools {...props.tools}>
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
          entries={() => [
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
          entries={() => [
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
      </Tools>
    </header>
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
