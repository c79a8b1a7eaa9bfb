// What is known of one request: whom we asked, about what, how often we reminded, and what answered it.
import { useOpener } from "../../queries/opener";
import type { RequestPage as Page } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Quote, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { useWords } from "../../strings/words";

export function RequestPage({
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
  return (
    <ItemFrame
      slots={slots}
      title={t("request.to", { name: page.actor.name })}
      where={
        <>
          {t("kind.request")} <Own>{page.ref}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          {page.private && <Tag {...words.tag("private")} />}
        </p>
      }
      facts={[
        {
          label: t("plain.field.asked"),
          value: (
            <GoTo onPress={() => onOpen(page.actor.id)}>
              <Own>{page.actor.name}</Own>
            </GoTo>
          ),
        },
        { label: t("request.askedOn"), value: day(page.day) },
        page.how !== null && { label: t("plain.field.how"), value: <Own>{page.how}</Own> },
        page.reply_by_now !== null && { label: t("plain.field.reply_by"), value: day(page.reply_by_now) },
        {
          label: t("columns.status"),
          value: page.answered_on ? (
            t("request.answered", { day: day(page.answered_on) })
          ) : (
            <strong className={page.days_late ? "late-text" : ""}>
              {t("request.silent", { days: page.days_waiting ?? 0 })}
              {page.days_late ? `${t("list.comma")}${t("due.late", { days: page.days_late })}` : ""}
            </strong>
          ),
        },
        page.private_why !== null && { label: t("private.why"), value: <Own>{page.private_why}</Own> },
      ]}
    >
      <Part title={t("plain.field.question")}>
        <Quote>{page.text}</Quote>
      </Part>
      <Part title={t("plain.field.about")} note={number(page.about.length)}>
        <Lines
          onOpen={onOpen}
          lines={page.about.map((one) => ({ id: one.id, refText: one.ref, title: one.title }))}
        />
      </Part>
      <Part
        title={t("request.remindersTitle")}
        note={page.reminders.length === 0 ? t("request.noReminder") : number(page.reminders.length)}
      >
        <ol className="diary-lines">
          {page.reminders.map((one) => (
            <li key={one.id}>
              <time dateTime={one.day}>{day(one.day)}</time>{" "}
              <strong>{t("request.nth", { nth: one.nth })}</strong> {one.how && <Own>{one.how}</Own>}{" "}
              {one.reply_by && (
                <span className="quiet">{t("decision.replyBy", { day: day(one.reply_by) })}</span>
              )}
              {one.text !== page.text && (
                <p className="prose quiet" dir="auto">
                  {one.text}
                </p>
              )}
            </li>
          ))}
        </ol>
        {!page.deleted && (
          <Button small onPress={() => opener.act("Remind")}>
            {t("plain.title.Remind")}
          </Button>
        )}
      </Part>
      <Part
        title={t("request.answers")}
        note={page.answers.length === 0 ? t("request.noAnswer") : number(page.answers.length)}
      >
        <Lines
          onOpen={onOpen}
          lines={page.answers.map((one) => ({
            id: one.of.id,
            refText: one.of.ref,
            title: one.text,
            end: <span className="quiet">{day(one.day)}</span>,
          }))}
        />
      </Part>
    </ItemFrame>
  );
}
