// The foot: what has just happened, where one is in the list, whether something is under way.
import { useIsFetching } from "@tanstack/react-query";
import { memo } from "react";
import { useLater } from "../queries/search";
import type { WorkspaceReply } from "../queries/types";
import { useSaid } from "../shared/ui/announce";
import { Caps } from "../shared/ui/Button";
import { Own } from "../shared/ui/bits";
import { useWords } from "../strings/words";

export const Foot = memo(function Foot(props: {
  at: { index: number; of: number | null } | null;
  workspace: WorkspaceReply;
  busy: boolean;
}) {
  const { t } = useWords();
  const said = useSaid();
  const working = useLater(useIsFetching() > 0 || props.busy, 500);
  return (
    <footer className="foot">
      <span className="foot-state" data-busy={working}>
        {working ? t("app.working") : props.workspace.read_only ? t("file.readOnly") : t("app.saved")}
      </span>
      {/* Said aloud in Jobs.tsx, which windows do not hide: here it is only read. */}
      <span className="said" role="status" aria-live="off" key={said.at}>
        <Own>{said.text}</Own>
      </span>
      {props.at?.of ? <span>{t("list.at", { index: props.at.index + 1, total: props.at.of })}</span> : null}
      <span className="foot-keys">
        <Caps stroke="j" /> <Caps stroke="k" /> {t("app.nextPrevious")}
      </span>
      <span className="foot-keys">
        <Caps stroke="?" /> {t("actions.keys")}
      </span>
    </footer>
  );
});
