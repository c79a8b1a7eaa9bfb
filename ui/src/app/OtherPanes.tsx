// Lists of the middle pane that are not rows of a grid: a report, two days compared, the diary, and the bin.
import type { Dispatch, Ref } from "react";
import { Bin } from "../features/bin/Bin";
import { Compare } from "../features/compare/Compare";
import { Diary } from "../features/item/Diary";
import { ListHead } from "../features/list/Head";
import type { PlainName } from "../features/plain/forms";
import { plainTitle } from "../features/plain/title";
import { ReportView } from "../features/report/report";
import { type ReportName, reports } from "../features/report/reports";
import type { Queue, WorkspaceReply } from "../queries/types";
import type { Values } from "../shared/form/values";
import type { GridHandle } from "../shared/grid/Grid";
import { Button } from "../shared/ui/Button";
import { Own } from "../shared/ui/bits";
import { useWords } from "../strings/words";
import type { ListView, Step } from "./view";

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
          {report === "changes" && (
            <p className="row-acts">
              <Button small onPress={() => go({ do: "go", place: { at: "compare" } })}>
                {t("compare.days")}
              </Button>
            </p>
          )}
        </ListHead>
      )}
      empty={t(`report.empty.${report}`)}
      addWords={(form) => plainTitle(t, form as PlainName)}
    />
  );
}

export function CompareList({ view, go, workspace }: Props & { view: ListView }) {
  const { t } = useWords();
  return (
    <>
      <ListHead title={t("compare.title")} sum={t("compare.sum")} />
      <Compare
        today={workspace.today}
        asOf={view.asOf}
        onChanges={(since) => go({ do: "go", place: { at: "report", report: "changes", given: { since } } })}
        leads={({ day, queue, filter, lead }) => {
          go({ do: "asOf", day: day === workspace.today ? null : day });
          go({
            do: "go",
            place: lead && !queue ? { at: "lead", lead } : { at: "queue", queue: queue ?? "all" },
            filter: filter ?? "",
          });
          // Of the lead itself, as it is counted; a filter would take in those under it.
          if (queue === "overdue") go({ do: "filter", lead: lead ?? null, source: null });
        }}
      />
    </>
  );
}

export function DiaryList({ workspace, grid }: Pick<Props, "workspace"> & { grid: Ref<GridHandle> }) {
  const { t } = useWords();
  return (
    <>
      <ListHead title={t("diary.title")} sum={t("diary.sum")} />
      <Diary readOnly={workspace.read_only} ref={grid} />
    </>
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
