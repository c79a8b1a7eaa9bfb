// Writes the status summary: which form, of what, to where. Then says where it is and opens its folder.
import { useState } from "react";
import { useEdit, useShell } from "../../queries/door";
import { useActorItems, useSourceItems } from "../../queries/pickers";
import type { Grant, Written } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asPicked, asText, type Picked, type Values } from "../../shared/form/values";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";
import "./summary.css";

/** Which forms may be written, in this order. */
export const formats = ["html", "xlsx", "md", "csv", "json"] as const;
type SummaryFormat = (typeof formats)[number];

/** A name that every file system takes. */
export function suggestedName(parts: readonly (string | null)[], format: SummaryFormat): string {
  const name = parts
    .filter((part) => part !== null && part !== "")
    .join(" ")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-")
    .trim();
  return `${name}.${format}`;
}

export function ExportWindow(props: {
  workspace: string;
  asOf: string;
  source: Picked | null;
  lead: Picked | null;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const shell = useShell();
  const edit = useEdit();
  const [written, setWritten] = useState<{ grant: Grant; reply: Written } | null>(null);

  const save = async (values: Values) => {
    const format = asText(values.format) as SummaryFormat;
    const scope = asText(values.scope);
    const source = scope === "source" ? asPicked(values.source) : null;
    const lead = scope === "lead" ? asPicked(values.lead) : null;
    const done = await edit.attempt(async (run) => {
      const name = suggestedName(
        [props.workspace, source?.ref ?? lead?.ref ?? null, t("summary.asOfName", { day: props.asOf })],
        format,
      );
      const grant = await shell.pickSave("summary", name);
      if (!grant) return null;
      const { reply } = await run("Summary", {
        format,
        output: grant.grant,
        source: source?.id ?? null,
        lead: lead?.id ?? null,
      });
      return { grant, reply };
    });
    if (!done) return false;
    setWritten(done);
    say(t("done.written", { path: done.reply.path }));
    return true;
  };

  return (
    <Window title={t("summary.title")} onClose={props.onClose}>
      {written ? (
        <div className="written">
          <p>
            {t("summary.written")} <Own>{written.reply.path}</Own>
          </p>
          <p className="quiet">
            {words.bytes(written.reply.bytes)}
            {written.reply.left_out > 0 &&
              `${t("list.comma")}${t("summary.leftOut", { count: written.reply.left_out })}`}
          </p>
          <p className="row-acts">
            <Button weight="main" autoFocus onPress={() => void shell.reveal(written.grant)}>
              {t("summary.reveal")}
            </Button>
            <Button onPress={() => setWritten(null)}>{t("summary.another")}</Button>
            <Button weight="plain" onPress={props.onClose}>
              {t("summary.close")}
            </Button>
          </p>
        </div>
      ) : (
        <div className="dialog-body">
          <Form
            id="export"
            title={t("summary.what", { day: words.day(props.asOf) })}
            submit={t("summary.submit")}
            initial={{
              format: "html",
              scope: props.source ? "source" : props.lead ? "lead" : "all",
              source: props.source,
              lead: props.lead,
            }}
            fields={(values) => [
              {
                name: "format",
                kind: "few",
                label: t("summary.format"),
                hint: t(`formatHint.${asText(values.format) as SummaryFormat}`),
                options: formats.map((id) => ({ id, label: t(`format.${id}`) })),
              },
              {
                name: "scope",
                kind: "few",
                label: t("summary.scope"),
                options: (["all", "source", "lead"] as const).map((id) => ({ id, label: t(`scope.${id}`) })),
              },
              {
                name: "source",
                kind: "pick",
                label: t("scope.source"),
                required: true,
                when: asText(values.scope) === "source",
                useItems: useSourceItems,
              },
              {
                name: "lead",
                kind: "pick",
                label: t("scope.lead"),
                required: true,
                when: asText(values.scope) === "lead",
                useItems: useActorItems,
              },
            ]}
            busy={edit.busy}
            refusal={edit.refusal}
            onSubmit={save}
            onCancel={props.onClose}
          />
        </div>
      )}
    </Window>
  );
}
