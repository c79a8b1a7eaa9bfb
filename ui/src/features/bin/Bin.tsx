// What was deleted, and the way back.
import { useAsk, useEdit } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { BinRow } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button, GoTo } from "../../shared/ui/Button";
import { Empty, Own, Problem, Wait } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";
import "./bin.css";

export function Bin({ onOpen }: { onOpen: (id: string) => void }) {
  const words = useWords();
  const { t } = words;
  const { data, error, isPending } = useAsk("Bin", { limit: 500 }, { keep: true });
  const edit = useEdit();
  const opener = useOpener();
  const restore = async (row: BinRow) => {
    const done = await edit.attempt((run) => run("Restore", { item: row.id }));
    if (done) say(t("done.restored", { ref: row.ref }));
  };
  if (isPending) return <Wait label={t("app.loading")} />;
  return (
    <div className="bin">
      <Problem message={error?.message ?? edit.refusal?.message} />
      {data?.items.length === 0 && (
        <Empty title={t("bin.empty")}>
          <p>{t("bin.emptyHint")}</p>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <p className="bin-act">
          <Button small onPress={() => opener.act("EmptyBin")}>
            {t("plain.title.EmptyBin")}
          </Button>
        </p>
      )}
      <ul>
        {data?.items.map((row) => (
          <li key={row.id} className="bin-row">
            <span className="ref">
              <Own>{row.ref}</Own>
            </span>
            <span className="bin-title">
              <GoTo onPress={() => onOpen(row.id)}>
                <Own>{row.title}</Own>
              </GoTo>
              <span className="quiet">
                {t.rich("bin.deletedBy", {
                  kind: kindWord(row.kind, t),
                  at: words.moment(row.deleted_at),
                  who: row.by,
                  bdi: (who) => <Own>{who}</Own>,
                })}
              </span>
            </span>
            <Button
              small
              isPending={edit.busy}
              onPress={() => void restore(row)}
              aria-label={t("bin.restoreOf", { ref: row.ref })}
            >
              {t("bin.restore")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindWord(kind: BinRow["kind"], t: ReturnType<typeof useWords>["t"]): string {
  return t(`kind.${kind}`);
}
