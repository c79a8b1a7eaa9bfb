// The run through a list, over the whole width: the strip above, the item with what is needed to decide on it, the form
// that is open beside it, and the keys at the foot. What a step does stands in use-review.ts.
import type { Dispatch, Ref } from "react";
import { Card } from "../features/review/Card";
import { Closing, RunHead } from "../features/review/Head";
import { isOver, place } from "../features/review/run";
import { useAsk } from "../queries/door";
import type { ItemPage } from "../queries/types";
import { Button } from "../shared/ui/Button";
import { Problem, Wait } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import { type ActionId, type Here, possible, strokeOf } from "./actions";
import { FormSlot } from "./FormSlot";
import { isOfItem, type OnDeed } from "./of-item";
import type { Review } from "./use-review";
import type { Step, View } from "./view";
import "./review.css";

type Props = {
  review: Review;
  view: View;
  go: Dispatch<Step>;
  page: ItemPage | undefined;
  stale: boolean;
  refusal: string | undefined;
  actRefusal: string | undefined;
  here: Here;
  today: string;
  perform: (id: ActionId) => void;
  onDeed: OnDeed;
  ref: Ref<HTMLElement>;
};

export function ReviewPane(props: Props) {
  const { review, view, page, go } = props;
  const { t } = useWords();
  const { run } = review;
  if (!run) return null;
  const over = isOver(run);
  const form = view.form && (!props.stale || !isOfItem(view.form)) && (
    <FormSlot
      key={JSON.stringify([view.item, view.form])}
      view={view}
      form={view.form}
      go={go}
      page={page}
      today={props.today}
      onDeed={props.onDeed}
    />
  );
  return (
    <main className="run">
      <RunHead run={run} />
      <div className="run-body" data-form={form ? "" : undefined}>
        <section
          className="item run-item"
          aria-label={page ? t("item.label", { ref: page.ref }) : t("item.pane")}
          tabIndex={-1}
          ref={props.ref}
        >
          <Problem message={props.refusal ?? props.actRefusal} />
          {over ? (
            <Over {...props} />
          ) : page?.type === "commitment" && !props.stale ? (
            <Card
              key={page.id}
              page={page}
              asOf={view.asOf ?? props.today}
              position={t("review.position", place(run))}
              onOpen={(item) => go({ do: "open", item })}
            />
          ) : (
            !props.refusal && <Wait label={t("app.loading")} />
          )}
        </section>
        {form && <div className="run-form form-slot">{form}</div>}
      </div>
      {!over && <Keys {...props} />}
    </main>
  );
}

function Over({ review, go, perform }: Props) {
  const { t } = useWords();
  const counts = useAsk("Counts", {}, { keep: true });
  const toVerify = counts.data?.awaiting_verification ?? 0;
  const { run } = review;
  if (!run) return null;
  return (
    <Closing
      run={run}
      toVerify={toVerify}
      onLeave={() => void review.leave()}
      acts={
        <>
          {toVerify > 0 && (
            <Button
              weight="main"
              onPress={() => go({ do: "go", place: { at: "queue", queue: "awaiting_verification" } })}
            >
              {t("queue.awaiting_verification")}
            </Button>
          )}
          <Button
            weight={toVerify > 0 ? "normal" : "main"}
            stroke={strokeOf("export")}
            onPress={() => perform("export")}
          >
            {t("actions.export")}
          </Button>
        </>
      }
    />
  );
}

/** The keys at the foot, each a button too. */
const keys = [
  "log-update",
  "ask-again",
  "change-due",
  "escalate",
  "verify",
  "return",
  "previous",
  "next",
  "full-page",
  "back",
] as const satisfies readonly ActionId[];

function Keys({ here, perform, view }: Props) {
  const { t } = useWords();
  return (
    <div className="run-keys" role="toolbar" aria-label={t("review.keys")}>
      {keys.map((id) => (
        <Button
          key={id}
          small
          weight={id === "next" ? "main" : "normal"}
          stroke={strokeOf(id)}
          isDisabled={!possible(id, here) || (view.form !== null && id !== "back")}
          onPress={() => perform(id)}
        >
          {t(`review.key.${id}`)}
        </Button>
      ))}
    </div>
  );
}
