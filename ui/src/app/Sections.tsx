// What other features know of an item: the requests about it, what measures it, what the desk keeps beside it.
import { RequestsPart } from "../features/request/RequestsPart";
import type { ItemPage } from "../queries/types";

export function Sections({ page }: { page: ItemPage }) {
  const { deleted } = page;
  return (
    <>
      {"requests" in page && (
        <RequestsPart requests={page.requests} ofActor={page.type === "actor"} deleted={deleted} />
      )}
    </>
  );
}
