// What we asked about an item, or of an actor: with how long they have been silent.
import { useOpener } from "../../queries/opener";
import type { RequestRow } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { Lines, Part } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export function RequestsPart(props: {
  requests: readonly RequestRow[];
  /** On an actor's page the actor is known. */
  ofActor?: boolean;
  deleted: boolean;
}) {
  const { t, shortDay } = useWords();
  const opener = useOpener();
  const { requests } = props;
  if (requests.length === 0) return null;
  const waiting = requests.filter((one) => one.answered_on === null).length;
  return (
    <Part
      title={t("request.title")}
      note={waiting > 0 ? t("request.waiting", { count: waiting }) : t("request.allAnswered")}
      end={
        !props.deleted && (
          <Button small onPress={() => opener.act("AskActor")}>
            {t("plain.title.AskActor")}
          </Button>
        )
      }
    >
      <Lines
        onOpen={opener.open}
        lines={requests.map((one) => ({
          id: one.id,
          refText: shortDay(one.day),
          title: props.ofActor ? one.text : `${one.actor.name}: ${one.text}`,
          end: (
            <span className={one.days_late ? "late-text" : "quiet"}>
              {one.answered_on
                ? t("request.answered", { day: shortDay(one.answered_on) })
                : t("request.silent", { days: one.days_waiting ?? 0 })}
              {one.reminders > 0 && ` ${t("request.reminders", { count: one.reminders })}`}
            </span>
          ),
        }))}
      />
    </Part>
  );
}
