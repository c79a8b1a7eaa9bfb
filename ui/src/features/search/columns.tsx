// The columns of a list of hits.
import type { SearchHit } from "../../queries/types";
import type { Column } from "../../shared/grid/columns";
import { Marked } from "../../shared/ui/Marked";
import type { Words } from "../../strings/words";
import { FoundIn } from "./Hit";
import "./palette.css";

export function hitColumns({ t }: Words): readonly Column<SearchHit>[] {
  return [
    {
      id: "kind",
      head: t("columns.kind"),
      width: { least: 84, share: 19, most: 140 },
      cell: (hit) => t(`kind.${hit.kind}`),
      text: (hit) => t(`kind.${hit.kind}`),
    },
    {
      id: "ref",
      head: t("columns.reference"),
      width: { least: 64, share: 14, most: 110 },
      text: (hit) => hit.ref,
      cell: (hit) => (
        <span className="ref">
          <bdi>{hit.ref}</bdi>
        </span>
      ),
    },
    {
      id: "title",
      head: t("columns.title"),
      width: { least: 140, grow: true },
      text: (hit) => hit.title,
      cell: (hit) => (
        <span className="own" dir="auto" title={hit.title}>
          <Marked text={hit.title} marks={hit.marks} />
        </span>
      ),
    },
    {
      id: "where",
      head: t("search.where"),
      width: { least: 110, share: 34, most: 420 },
      text: (hit) => hit.excerpt?.text ?? "",
      cell: (hit) =>
        hit.excerpt && (
          <span className="own quiet" title={hit.excerpt.text}>
            <FoundIn excerpt={hit.excerpt} />
          </span>
        ),
    },
  ];
}
