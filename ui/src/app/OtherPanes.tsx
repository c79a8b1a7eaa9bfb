// Two lists of the middle pane that are not rows of a grid: a report, and the bin.
import type { Dispatch } from "react";
import { Bin } from "../features/bin/Bin";
import { ListHead } from "../features/list/Head";
import type { PlainName } from "../features/plain/forms";
import { plainTitle } from "../features/plain/title";
import { ReportView } from "../features/report/report";
import { type ReportName, reports } from "../features/report/reports";
import type { Queue, WorkspaceReply } from "../queries/types";
import type { Values } from "../shared/form/values";
import { Own } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import type { Step } from "./view";

type Props = { go: Dispatch<Step>; workspace: WorkspaceReply };

export function ReportList(props: Props & { report: ReportName; given: Values | undefined }) {
  const { go, workspace, report } = props;
  const { t, number } = useWords();
  return (
    <ReportView
      report={reports[report]}
      given={props.given}
      readOnly={workspace.read_only}
      leads={({ list, queue, filter }) =>
        go({
          do: "go",
          place:
            list === "recommendations"
              ? { at: "recommendations", source: null }
              : { at: "queue", queue: (queue as Queue | undefined) ?? "all" },
          filter,
        })
      }
      head={({ total, bands }, tools) => (
        <ListHead
          title={
            <>
              {t(`report.title.${report}`)} {total !== null && <span className="quiet">{number(total)}</span>}
            </>
          }
          sum={t(`report.sum.${report}`)}
          bands={bands}
        >
          {tools}
        </ListHead>
      )}
      empty={t(`report.empty.${report}`)}
      addWords={(form) => plainTitle(t, form as PlainName)}
    />
  );
}

export function BinList({ go }: Pick<Props, "go">) {
  const { t } = useWords();
  return (
    <>
      <ListHead title={t("side.bin")} sum={<Own>{t("bin.sum")}</Own>} />
      <Bin onOpen={(item) => go({ do: "open", item })} />
    </>
  );
}
