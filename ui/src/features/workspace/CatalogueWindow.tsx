// What was changed here and reads otherwise in a newer catalogue: each cell stays as it is until the officer takes the
// catalogue's.
import { useCallback, useEffect, useState } from "react";
import { useEdit } from "../../queries/door";
import type { Choice } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { Own, Problem, Wait } from "../../shared/ui/bits";
import { Table } from "../../shared/ui/Table";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";

export function CatalogueWindow(props: { onOpen: (id: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const { attempt, busy, refusal } = useEdit();
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const load = useCallback(
    async (take: string[]) => {
      const done = await attempt((run) => run("LoadCatalogue", { take }));
      if (done) setChoices(done.reply.choices);
    },
    [attempt],
  );
  useEffect(() => void load([]), [load]);
  const field = (name: string) => {
    const key = `fields.${name}` as "fields.text";
    return t.has(key) ? t(key) : name;
  };
  return (
    <Window wide title={t("catalogue.title")} onClose={props.onClose}>
      <div className="dialog-body">
        <p className="quiet">{t("catalogue.text")}</p>
        <Problem message={refusal?.message} />
        {choices === null && !refusal && <Wait label={t("app.loading")} />}
        {choices?.length === 0 && <p>{t("catalogue.none")}</p>}
        {choices && choices.length > 0 && (
          <>
            <Table
              label={t("catalogue.title")}
              rows={choices}
              keyOf={(row) => row.take}
              columns={[
                {
                  id: "item",
                  head: t("columns.reference"),
                  names: true,
                  cell: (row) => (
                    <Button small weight="plain" onPress={() => props.onOpen(row.id)}>
                      <Own>{row.ref}</Own>
                    </Button>
                  ),
                },
                { id: "field", head: t("catalogue.field"), cell: (row) => field(row.field) },
                { id: "yours", head: t("catalogue.yours"), cell: (row) => row.yours ?? t("history.nothing") },
                {
                  id: "theirs",
                  head: t("catalogue.theirs"),
                  cell: (row) => row.catalogue ?? t("history.nothing"),
                },
                {
                  id: "take",
                  head: t("actions.more"),
                  end: true,
                  cell: (row) => (
                    <Button
                      small
                      isPending={busy}
                      aria-label={t("catalogue.takeOf", { ref: row.ref, field: field(row.field) })}
                      onPress={() => void load([row.take])}
                    >
                      {t("catalogue.take")}
                    </Button>
                  ),
                },
              ]}
            />
            <p className="row-acts">
              <Button isPending={busy} onPress={() => void load(["all"])}>
                {t("catalogue.takeAll")}
              </Button>
            </p>
          </>
        )}
      </div>
    </Window>
  );
}
