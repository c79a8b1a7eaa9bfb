// What other features know of an item: the requests about it, what measures it, what the desk keeps beside it.
import { DeskPart } from "../features/desk/DeskPart";
import { IndicatorsPart } from "../features/indicator/IndicatorsPart";
import { RequestsPart } from "../features/request/RequestsPart";
import type { ItemPage } from "../queries/types";

export function Sections({ page }: { page: ItemPage }) {
  const { deleted } = page;
  return (
    <>
      {"requests" in page && (
        <RequestsPart requests={page.requests} ofActor={page.type === "actor"} deleted={deleted} />
      )}
      {"desk" in page && page.type !== "indicator" && (
        <IndicatorsPart indicators={page.desk.indicators} deleted={deleted} />
      )}
      {"desk" in page && <DeskPart desk={page.desk} deleted={deleted} />}
    </>
  );
}
