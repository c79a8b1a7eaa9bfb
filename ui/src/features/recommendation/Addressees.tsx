// Whom a recommendation asks, what each of them answered and when, who is to call on them, and the earlier answers.
import { useEdit } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { AddresseeRow, RecommendationPage as Page } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button, GoTo } from "../../shared/ui/Button";
import { Own, Part, Problem, Tag } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { useWords } from "../../strings/words";

type Props = { page: Page; onOpen: (id: string) => void; onAddAddressee: () => void };

export function Addressees({ page, onOpen, onAddAddressee }: Props) {
  const words = useWords();
  const { t } = words;
  const edit = useEdit();
  const confirm = async (addressee: AddresseeRow) => {
    const done = await edit.attempt((run) => run("ConfirmAddressee", { addressee: addressee.id }));
    if (done) say(t("done.confirmed", { name: addressee.actor.name }));
  };
  return (
    <Part
      title={t("recommendation.addressees")}
      note={page.addressees.length === 0 ? t("recommendation.noAddressee") : undefined}
    >
      <Problem message={edit.refusal?.message} />
      <ul className="who answers">
        {page.addressees.map((addressee) => (
          <li key={addressee.id}>
            <GoTo onPress={() => onOpen(addressee.actor.id)}>
              <Own>{addressee.actor.name}</Own>
            </GoTo>
            {!addressee.named && !addressee.confirmed && <Tag {...words.tag("implied")} />}
            {!addressee.confirmed && !page.deleted && (
              <Button
                small
                isPending={edit.busy}
                onPress={() => void confirm(addressee)}
                aria-label={t("recommendation.confirmOf", { name: addressee.actor.name })}
              >
                {t("recommendation.confirm")}
              </Button>
            )}
            <Answer addressee={addressee} page={page} />
          </li>
        ))}
      </ul>
      {page.callers.length > 0 && (
        <p>
          {t("recommendation.callers")}{" "}
          {page.callers.map((caller, i) => (
            <span key={caller.id}>
              {i > 0 && t("list.comma")}
              <GoTo onPress={() => onOpen(caller.actor.id)}>
                <Own>{caller.actor.name}</Own>
              </GoTo>
            </span>
          ))}
        </p>
      )}
      {!page.deleted && (
        <Button small onPress={onAddAddressee}>
          {t("actions.add-addressee")}
        </Button>
      )}
    </Part>
  );
}

/** The answer that holds, or for how long there is none. */
function Answer({ addressee, page }: { addressee: AddresseeRow; page: Page }) {
  const { t, day } = useWords();
  const opener = useOpener();
  const { decision, decided_on, planned_on, reason, sent_on, reply_by, days_waiting, days_late } = addressee;
  const fill = { actor: addressee.actor.id };
  return (
    <>
      <span className="answer">
        {decision ? (
          <>
            <strong>{t(`decisionKind.${decision}`)}</strong>
            {decided_on && <span className="quiet">{t("decision.on", { day: day(decided_on) })}</span>}
            {planned_on && <span className="quiet">{t("decision.planned", { day: day(planned_on) })}</span>}
            {reason && (
              <span className="quiet">
                <Own>{reason}</Own>
              </span>
            )}
          </>
        ) : (
          <>
            <span className={days_late ? "late-text" : "quiet"}>
              {days_waiting === null ? t("decision.none") : t("decision.silent", { days: days_waiting })}
            </span>
            {sent_on && <span className="quiet">{t("decision.sent", { day: day(sent_on) })}</span>}
            {reply_by && <span className="quiet">{t("decision.replyBy", { day: day(reply_by) })}</span>}
          </>
        )}
      </span>
      {!page.deleted && (
        <span className="row-acts-end">
          <Button
            small
            aria-label={t("decision.recordOf", { name: addressee.actor.name })}
            onPress={() => opener.act("RecordDecision", fill)}
          >
            {t("decision.record")}
          </Button>
          <MenuButton
            small
            weight="plain"
            label={t("actions.more")}
            ariaLabel={t("commitment.actsOf", { name: addressee.actor.name })}
            entries={(["SendTo", "EditAddressee"] as const).map((id) => ({
              id,
              label: t(`plain.title.${id}`),
            }))}
            onAct={(id) => opener.act(id, fill)}
          />
        </span>
      )}
    </>
  );
}

/** All answers, the newest first: what no longer holds stays on record. */
export function Decisions({ page }: { page: Page }) {
  const { t, day, number } = useWords();
  if (page.decisions.length === 0) return null;
  return (
    <Part title={t("decision.all")} note={number(page.decisions.length)}>
      <ol className="diary-lines">
        {page.decisions.map((one) => (
          <li key={one.id} data-past={!one.holds}>
            <time dateTime={one.day}>{day(one.day)}</time> <Own>{one.actor.name}</Own>{" "}
            <strong>{t(`decisionKind.${one.answer}`)}</strong>
            {!one.holds && <Tag kind="quiet">{t("decision.past")}</Tag>}
            {one.planned_on && (
              <span className="quiet"> {t("decision.planned", { day: day(one.planned_on) })}</span>
            )}
            {one.reason && (
              <p className="prose quiet" dir="auto">
                {one.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
