// One piece of evidence and every item that it is used for.
import { useState } from "react";
import { useEdit, useShell } from "../../queries/door";
import type { Grant, EvidencePage as Page } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button } from "../../shared/ui/Button";
import { EvidenceCard, Lines, Own, Part, Problem, Tag } from "../../shared/ui/bits";
import { ItemFrame, type Slots } from "../../shared/ui/ItemFrame";
import { useWords } from "../../strings/words";

type Props = {
  page: Page;
  slots: Slots;
  onOpen: (id: string) => void;
  onEditUse: (use: string) => void;
};

export function EvidencePage({ page, slots, onOpen, onEditUse }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <ItemFrame
      slots={slots}
      title={page.title}
      where={
        <>
          {t(`evidenceKind.${page.kind}`)} <Own>{page.ref}</Own>
        </>
      }
      notice={
        <p className="tags">
          {page.deleted && <Tag {...words.tag("inBin")} />}
          <Tag kind="quiet">{page.independent ? t("evidence.independent") : t("evidence.selfReported")}</Tag>
        </p>
      }
      facts={[
        page.target !== null && { label: t(`evidenceKind.${page.kind}`), value: <Own>{page.target}</Own> },
        page.date !== null && { label: t("evidence.date"), value: words.day(page.date) },
        page.bytes !== null && { label: t("evidence.size"), value: words.bytes(page.bytes) },
        page.sha256 !== null && {
          label: t("evidence.sha256"),
          value: <code className="code">{page.sha256}</code>,
        },
      ]}
    >
      {page.kind === "file" && <SaveFile page={page} />}
      <Part title={t("evidence.uses")} note={words.number(page.uses.length)}>
        {page.uses.map(({ use, of }) => (
          <div key={use.id} className="use">
            <Lines onOpen={onOpen} lines={[{ id: of.id, refText: of.ref, title: of.title }]} />
            <EvidenceCard
              title={use.title}
              stance={t(`stance.${use.stance}`)}
              against={use.stance === "contradicts"}
              details={words.evidence(use)}
              onOpen={() => onOpen(of.id)}
              acts={
                !page.deleted && (
                  <Button
                    small
                    weight="plain"
                    onPress={() => onEditUse(use.id)}
                    aria-label={t("evidence.editUseOf", { ref: of.ref })}
                  >
                    {t("evidence.editUse")}
                  </Button>
                )
              }
            />
          </div>
        ))}
      </Part>
    </ItemFrame>
  );
}

/** Writes the file out again, checked against its hash by the core. */
function SaveFile({ page }: { page: Page }) {
  const { t } = useWords();
  const shell = useShell();
  const edit = useEdit();
  const [written, setWritten] = useState<Grant | null>(null);
  const save = () =>
    edit.attempt(async (run) => {
      const grant = await shell.pickSave("evidence", page.title);
      if (!grant) return;
      const { reply } = await run("ExportEvidence", { evidence: page.id, output: grant.grant });
      setWritten(grant);
      say(t("done.written", { path: reply.path }));
    });
  return (
    <Part title={t("evidence.file")}>
      <Problem message={edit.refusal?.message} />
      <p className="row-acts">
        <Button isPending={edit.busy} onPress={() => void save()}>
          {t("evidence.saveFile")}
        </Button>
        {written && (
          <Button weight="plain" onPress={() => void shell.reveal(written)}>
            {t("summary.reveal")}
          </Button>
        )}
      </p>
    </Part>
  );
}
