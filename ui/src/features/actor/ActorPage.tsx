// What is known of one actor: its names and place, its account, its answers over time, what it is to call for, its parts.
import { useState } from "react";
import type { ActorPage as Page } from "../../queries/types";
import { GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { useWords } from "../../strings/words";
import { Account, type Goes } from "./Account";
import { withTree } from "./tree";

function Named(props: { names: Page["predecessors"]; onOpen: (id: string) => void }) {
  const { t } = useWords();
  return props.names.map((one, i) => (
    <span key={one.id}>
      {i > 0 && t("list.comma")}
      <GoTo onPress={() => props.onOpen(one.id)}>
        <Own>{one.name}</Own>
      </GoTo>
    </span>
  ));
}

type Props = { page: Page; slots: Slots } & Goes;

export function ActorPage({ page, slots, onOpen, ...goes }: Props) {
  const [, setChanged] = useState(0);
  const tree = withTree.has(page.id);
  const setTree = (on: boolean) => {
    if (on) withTree.add(page.id);
    else withTree.delete(page.id);
    setChanged((before) => before + 1);
  };
  const words = useWords();
  const { t } = words;
  const { successor, parent } = page;
  return (
    <ItemFrame
      slots={slots}
      title={page.name}
      where={
        <>
          {t(`actorKind.${page.kind}`)} <Own>{page.short ?? page.ref}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          {page.private && <Tag {...words.tag("private")} />}
        </p>
      }
      facts={[
        parent && {
          label: t("actor.parent"),
          value: (
            <GoTo onPress={() => onOpen(parent.id)}>
              <Own>{parent.name}</Own>
            </GoTo>
          ),
        },
        page.level !== null && { label: t("actor.level"), value: t(`actorLevel.${page.level}`) },
        page.aliases.length > 0 && {
          label: t("actor.aliases"),
          value: <Own>{words.list(page.aliases)}</Own>,
        },
        successor && {
          label: t("actor.successor"),
          value: (
            <>
              <GoTo onPress={() => onOpen(successor.actor.id)}>
                <Own>{successor.actor.name}</Own>
              </GoTo>
              {successor.from && `${t("list.comma")}${t("actor.from", { day: words.day(successor.from) })}`}
            </>
          ),
        },
        page.predecessors.length > 0 && {
          label: t("actor.predecessors"),
          value: <Named names={page.predecessors} onOpen={onOpen} />,
        },
        page.merged_into !== null && {
          label: t("actor.mergedInto"),
          value: <Named names={[page.merged_into]} onOpen={onOpen} />,
        },
        page.merged.length > 0 && {
          label: t("actor.merged"),
          value: <Named names={page.merged.map((one) => one.actor)} onOpen={onOpen} />,
        },
        page.contact !== null && { label: t("actor.contact"), value: <Own>{page.contact}</Own> },
        page.review_months !== null && {
          label: t("commitment.review"),
          value: t("commitment.months", { count: page.review_months }),
        },
        page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
      ]}
    >
      {!page.deleted && <Account actor={page.id} tree={tree} onTree={setTree} {...goes} onOpen={onOpen} />}
      {page.decided.length > 0 && (
        <Part title={t("decision.all")} note={words.number(page.decided.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.decided.map((one) => ({
              id: one.recommendation.id,
              refText: one.recommendation.ref,
              title: one.recommendation.title,
              end: (
                <span className="quiet">
                  {t(`decisionKind.${one.answer}`)} {words.shortDay(one.day)}
                  {!one.holds && ` (${t("decision.past")})`}
                </span>
              ),
            }))}
          />
        </Part>
      )}
      {page.calls.length > 0 && (
        <Part title={t("actor.calls")} note={words.number(page.calls.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.calls.map((one) => ({ id: one.id, refText: one.ref, title: one.title }))}
          />
        </Part>
      )}
      {page.children.length > 0 && (
        <Part title={t("actor.children")} note={words.number(page.children.length)}>
          <Lines
            onOpen={onOpen}
            lines={page.children.map((one) => ({ id: one.id, refText: one.ref, title: one.name }))}
          />
        </Part>
      )}
    </ItemFrame>
  );
}
