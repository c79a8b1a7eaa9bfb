// The kinds by which a search is narrowed, as a row of switches of which one is on, with how many hits each has.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Kind, SearchReply } from "../../queries/types";
import { useWords } from "../../strings/words";

const kinds = ["recommendation", "commitment", "update", "evidence", "actor", "source"] as const;

export function Kinds(props: {
  kind: Kind | null;
  counts: SearchReply["kinds"];
  onKind: (kind: Kind | null) => void;
}) {
  const { t, number } = useWords();
  const all = props.counts.reduce((sum, one) => sum + one.hits, 0);
  const count = (n: number | undefined) =>
    n !== undefined && n > 0 && <span className="quiet"> {number(n)}</span>;
  return (
    <ToggleButtonGroup
      className="search-kinds"
      aria-label={t("palette.only")}
      disallowEmptySelection
      selectedKeys={[props.kind ?? "all"]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        props.onKind(kinds.find((kind) => kind === key) ?? null);
      }}
    >
      <ToggleButton id="all" className="search-kind">
        {t("search.all")}
        {count(all)}
      </ToggleButton>
      {kinds.map((kind) => (
        <ToggleButton key={kind} id={kind} className="search-kind">
          {t(`search.kind.${kind}`)}
          {count(props.counts.find((one) => one.kind === kind)?.hits)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** How many there are and in which order they stand. */
export function useTold() {
  const { t } = useWords();
  return (reply: SearchReply | undefined): string => {
    if (!reply || reply.total === 0) return "";
    if (reply.total === null) return t("palette.many");
    return t(reply.order === "fit" ? "palette.byFit" : "palette.byAge", { count: reply.total });
  };
}
