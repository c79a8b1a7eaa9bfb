// What the desk keeps beside an item: a note, a flag, the numbers under which others know it, fields of its own.
import { useEdit } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { AtDesk } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Own, Part, Problem, Text } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export function DeskPart({ desk, deleted }: { desk: AtDesk; deleted: boolean }) {
  const { t, day, shortDay, number } = useWords();
  const opener = useOpener();
  const edit = useEdit();
  const remove = async (id: string, ref: string) => {
    if (await edit.attempt((run) => run("Delete", { item: id }))) say(t("done.deleted", { ref }));
  };
  const { note, flag, refs, fields } = desk;
  if (!note && !flag && refs.length === 0 && fields.length === 0) return null;
  const said = (kind: (typeof fields)[number]["kind"], value: string) =>
    kind === "date" ? shortDay(value) : kind === "number" ? number(Number(value)) : value;
  return (
    <Part title={t("desk.title")} note={t("desk.note")}>
      <Problem message={edit.refusal?.message} />
      <dl className="facts">
        {flag && (
          <div className="fact">
            <dt>{t("desk.flag")}</dt>
            <dd>
              {day(flag.on)} {flag.why && <Own>{flag.why}</Own>}{" "}
              {!deleted && (
                <Button small weight="plain" onPress={() => opener.act("SetFlag")}>
                  {t("actionsShort.edit")}
                </Button>
              )}
            </dd>
          </div>
        )}
        {refs.map((one) => (
          <div key={one.id} className="fact">
            <dt>{one.whose ? <Own>{one.whose}</Own> : t("plain.field.their_number")}</dt>
            <dd>
              <Own>{one.number}</Own>{" "}
              {!deleted && (
                <Button
                  small
                  weight="plain"
                  isPending={edit.busy}
                  aria-label={t("desk.removeRef", { number: one.number })}
                  onPress={() => void remove(one.id, one.number)}
                >
                  {t("form.remove")}
                </Button>
              )}
            </dd>
          </div>
        ))}
        {fields.map((one) => (
          <div key={one.id} className="fact">
            <dt>
              <Own>{one.field}</Own>
            </dt>
            <dd>
              <Own>{one.values.map((value) => said(one.kind, value)).join(t("list.comma"))}</Own>
            </dd>
          </div>
        ))}
        {note && (
          <div className="fact">
            <dt>{t("kind.note")}</dt>
            <dd className="prose" dir="auto">
              <Text>{note.text}</Text>{" "}
              {!deleted && (
                <Button small weight="plain" onPress={() => opener.act("SetNote")}>
                  {t("actionsShort.edit")}
                </Button>
              )}
            </dd>
          </div>
        )}
      </dl>
    </Part>
  );
}
