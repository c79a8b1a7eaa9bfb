// The item pane: asks for the item, gives its page the acts, the open form and the history.
import {
  type Dispatch,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import { CommitmentPage } from "../features/commitment/CommitmentPage";
import { groups } from "../features/plain/entry";
import { entryOf, type PlainName, strokes } from "../features/plain/forms";
import { plainTitle } from "../features/plain/title";
import { useShell } from "../queries/door";
import type { ItemPage } from "../queries/types";
import { FormHeading } from "../shared/form/heading";
import { Button } from "../shared/ui/Button";
import { Empty, Problem, Wait } from "../shared/ui/bits";
import type { Slots } from "../shared/ui/ItemFrame";
import { later } from "../shared/ui/later";
import { MenuButton, type MenuEntry } from "../shared/ui/Menu";
import { useWords } from "../strings/words";
import { type ActionId, actionIds, type Here, known, possible, strokeOf } from "./actions";
import { isOfItem, type OnDeed } from "./of-item";
import { Sections } from "./Sections";
import type { Step, View } from "./view";

const FormSlot = later(async () => (await import("./FormSlot")).FormSlot);
const History = later(async () => (await import("../features/item/History")).History);
const ActorPage = later(async () => (await import("../features/actor/ActorPage")).ActorPage);
const EventPage = later(async () => (await import("../features/event/EventPage")).EventPage);
const EvidencePage = later(async () => (await import("../features/evidence/EvidencePage")).EvidencePage);
const IndicatorPage = later(async () => (await import("../features/indicator/IndicatorPage")).IndicatorPage);
const RecommendationPage = later(
  async () => (await import("../features/recommendation/RecommendationPage")).RecommendationPage,
);
const RequestPage = later(async () => (await import("../features/request/RequestPage")).RequestPage);
const SeriesPage = later(async () => (await import("../features/series/SeriesPage")).SeriesPage);
const SourcePage = later(async () => (await import("../features/source/SourcePage")).SourcePage);

type Props = {
  view: View;
  go: Dispatch<Step>;
  page: ItemPage | undefined;
  /** The page on screen is still that of the item before. */
  stale: boolean;
  loading: boolean;
  refusal: string | undefined;
  actRefusal: string | undefined;
  here: Here;
  today: string;
  perform: (id: ActionId) => void;
  onDeed: OnDeed;
  /** The plain forms that are offered here. */
  forms: readonly PlainName[];
  openForm: (command: PlainName) => void;
  ref: RefObject<HTMLElement | null>;
};

export const ItemPane = memo(function ItemPane(props: Props) {
  const { view, go, page } = props;
  const { t } = useWords();
  const dragging = useDragging();
  useScrollOf(props.ref, page && !props.stale ? page.id : null);
  const takesFiles = possible("add-evidence", props.here);
  const wayBack = view.trail.length > 0 || view.pane === "item";
  const form = view.form && (
    <FormSlot
      key={JSON.stringify(view.form)}
      view={view}
      form={view.form}
      go={go}
      page={page}
      today={props.today}
      onDeed={props.onDeed}
    />
  );
  let content: ReactNode;
  if (view.form && !isOfItem(view.form)) {
    content = (
      <FormHeading value="h2">
        <div className="form-slot alone">{form}</div>
      </FormHeading>
    );
  } else if (view.item === null) content = <Empty title={t("item.none")}>{t("item.noneHint")}</Empty>;
  else if (page)
    content = (
      <PageOf
        {...{ page, form, go }}
        history={view.history}
        asOf={view.asOf ?? props.today}
        readOnly={props.here.readOnly}
        perform={props.perform}
        forms={props.forms}
        openForm={props.openForm}
      />
    );
  else if (props.loading) content = <Wait label={t("app.loading")} />;

  return (
    <section
      className={`item${props.stale ? " stale" : ""}`}
      aria-label={page ? t("item.label", { ref: page.ref }) : t("item.pane")}
      tabIndex={-1}
      ref={props.ref}
    >
      {wayBack && (
        <div className={`item-back${view.trail.length > 0 ? " always" : ""}`}>
          <Button weight="plain" small stroke="escape" onPress={() => go({ do: "back" })}>
            <span className="chevron back" aria-hidden="true" /> {t("actions.back")}
          </Button>
        </div>
      )}
      <Problem message={props.refusal ?? props.actRefusal} />
      {content}
      {dragging && takesFiles && page && (
        <div className="drop-here" aria-hidden="true">
          <span>{t("evidence.dropHere", { ref: page.ref })}</span>
        </div>
      )}
    </section>
  );
});

const tops = new Map<string, number>();

/** A page that is come back to stands where it was left. */
function useScrollOf(pane: RefObject<HTMLElement | null>, id: string | null): void {
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element || id === null) return;
    element.scrollTop = tops.get(id) ?? 0;
    const onScroll = () => tops.set(id, element.scrollTop);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [pane, id]);
}

function useDragging(): boolean {
  const shell = useShell();
  const [over, setOver] = useState(false);
  useEffect(() => shell.onDrag(setOver), [shell]);
  return over;
}

type PageProps = Pick<Props, "go" | "perform" | "forms" | "openForm"> & {
  page: ItemPage;
  form: ReactNode;
  history: boolean;
  asOf: string;
  readOnly: boolean;
};

/** The page of the item. Moving on in the list does not draw it again: only what it shows does. */
const PageOf = memo(function PageOf(props: PageProps) {
  const { page, go, perform, openForm, forms, history, readOnly } = props;
  const slots: Slots = {
    acts: (
      <Acts
        type={page.type}
        deleted={page.deleted}
        // A reported result waits for the verdict: then, and only then, that is the first thing to do.
        awaits={page.type === "commitment" && page.status === "reported_implemented"}
        isPrivate={"private" in page && page.private}
        {...{ perform, openForm, forms, history, readOnly }}
      />
    ),
    form: props.form,
    sections: <Sections page={page} />,
    history: history ? <History item={page.id} readOnly={readOnly} /> : null,
  };
  const onOpen = (item: string) => go({ do: "open", item });
  switch (page.type) {
    case "commitment":
      return (
        <CommitmentPage
          page={page}
          asOf={props.asOf}
          slots={slots}
          onOpen={onOpen}
          onCorrect={(target) => go({ do: "form", form: { name: "correct", target } })}
          onAddEvidence={() => perform("add-evidence")}
        />
      );
    case "recommendation":
      return (
        <RecommendationPage
          page={page}
          slots={slots}
          onOpen={onOpen}
          onAddCommitment={() => perform("new-commitment")}
          onAddAddressee={() => perform("add-addressee")}
        />
      );
    case "actor":
      return (
        <ActorPage
          page={page}
          slots={slots}
          onOpen={onOpen}
          onList={({ list, queue, filter }) =>
            go({
              do: "go",
              place:
                list === "recommendations" ? { at: "recommendations", source: null } : { at: "queue", queue },
              filter,
              group: null,
              item: page.id,
            })
          }
          onRequests={(tree) => {
            const actor = { id: page.id, ref: page.ref, name: page.name };
            const given = { answered: "false", actor, tree };
            go({ do: "go", place: { at: "report", report: "requests", given }, item: page.id });
          }}
        />
      );
    case "source":
      return (
        <SourcePage
          page={page}
          slots={slots}
          onOpen={onOpen}
          onAddRecommendation={() => perform("new-recommendation")}
        />
      );
    case "event":
      return <EventPage page={page} slots={slots} onOpen={onOpen} />;
    case "series":
      return <SeriesPage page={page} slots={slots} onOpen={onOpen} />;
    case "request":
      return <RequestPage page={page} slots={slots} onOpen={onOpen} />;
    case "indicator":
      return <IndicatorPage page={page} slots={slots} onOpen={onOpen} />;
    case "evidence":
      return (
        <EvidencePage
          page={page}
          slots={slots}
          onOpen={onOpen}
          onEditUse={(target) => go({ do: "form", form: { name: "use", target } })}
        />
      );
  }
});

type ActsProps = Pick<PageProps, "history" | "readOnly" | "perform" | "forms" | "openForm"> & {
  type: ItemPage["type"];
  deleted: boolean;
  awaits: boolean;
  isPrivate: boolean;
};

/** The acts of the item: the usual ones as buttons, all others under "More". Other words on its page draw them not again. */
const Acts = memo(function Acts(props: ActsProps) {
  const { type, deleted, awaits, history, readOnly, perform, forms, openForm } = props;
  const { t } = useWords();
  const here = { type, deleted, readOnly };
  const can = actionIds.filter((id) => known(id).group === "item" && possible(id, here));
  const usual = can.filter((id) => known(id).bar?.includes(type) && (id !== "verify" || awaits));
  const bar = deleted ? can.filter((id) => id === "restore") : usual;
  if (awaits) bar.sort((a, b) => Number(b === "verify") - Number(a === "verify"));
  const rest = can.filter((id) => !bar.includes(id));
  const entries: MenuEntry[] = rest.map((id) => ({
    id,
    label:
      id === "history" && history
        ? t("actions.history-close")
        : id === "private" && props.isPrivate
          ? t("actions.private-off")
          : t(`actions.${id}`),
    stroke: strokeOf(id),
  }));
  for (const group of groups) {
    const own = forms.filter((name) => entryOf(name).on.length > 0 && entryOf(name).group === group);
    if (own.length === 0) continue;
    entries.push({
      section: t(`plain.group.${group}`),
      entries: own.map((name) => ({
        id: `form ${name}`,
        label: plainTitle(t, name),
        stroke: strokes[name],
      })),
    });
  }
  const main = bar[0] === "edit" ? undefined : bar[0];
  return (
    <>
      {bar.map((id) => (
        <Button
          key={id}
          weight={id === main ? "main" : "normal"}
          stroke={strokeOf(id)}
          onPress={() => perform(id)}
        >
          {t(`actionsShort.${id as "verify"}`)}
        </Button>
      ))}
      {entries.length > 0 && (
        <MenuButton
          weight="plain"
          label={t("actions.more")}
          entries={entries}
          onAct={(id) =>
            id.startsWith("form ") ? openForm(id.slice(5) as PlainName) : perform(id as ActionId)
          }
        />
      )}
    </>
  );
});
