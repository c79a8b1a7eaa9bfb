// The head of a list: how many, since when, how old, and the tools by which it is narrowed and grouped.
import type { ReactNode } from "react";
import type { AgeBand } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { MenuButton } from "../../shared/ui/Menu";
import { useWords } from "../../strings/words";
import { Ages } from "./Ages";
import { FilterBox, type FilterRefusal } from "./FilterBox";
import { ways } from "./groups";
import "./list.css";

export function ListHead(props: {
  title: ReactNode;
  sum?: ReactNode;
  /** Null while they are counted; nothing where there are none. */
  bands?: readonly AgeBand[] | null | undefined;
  children?: ReactNode;
}) {
  return (
    <header className="list-head">
      <h1>{props.title}</h1>
      {props.sum && <p className="sum">{props.sum}</p>}
      {props.bands !== undefined && <Ages bands={props.bands} />}
      {props.children}
    </header>
  );
}

export type Narrowed = { filter: string; group: string | null };

export function Tools(
  props: Narrowed & {
    of: keyof typeof ways;
    onFilter: (filter: string) => Promise<FilterRefusal | null>;
    onStop: () => void;
    onGroup: (group: string | null) => void;
    onSave: (() => void) | null;
    /** Goes through the list one by one. */
    onReview: (() => void) | null;
    /** The run that can be gone on with. */
    waits: { name: string; n: number; of: number } | null;
    onGoOn: () => void;
    /** Opens the change of all that is listed. */
    onMany: (() => void) | null;
    children?: ReactNode;
  },
) {
  const { t } = useWords();
  const by = (id: string) => t(`groupBy.${id as "lead"}`);
  return (
    <div className="tools">
      {props.waits && (
        <Button small stroke="shift+r" onPress={props.onGoOn}>
          {t("review.goOn", props.waits)}
        </Button>
      )}
      {props.onReview && (
        <Button small stroke="r" onPress={props.onReview}>
          {t("review.start")}
        </Button>
      )}
      <FilterBox value={props.filter} onApply={props.onFilter} onStop={props.onStop} onSave={props.onSave} />
      <MenuButton
        small
        label={props.group ? t("list.groupedBy", { by: by(props.group) }) : t("overdue.ungrouped")}
        chosen={props.group ?? "none"}
        entries={[
          { id: "none", label: t("overdue.ungrouped") },
          ...ways[props.of].map((id) => ({ id, label: by(id) })),
        ]}
        onAct={(id) => props.onGroup(id === "none" ? null : id)}
      />
      {props.children}
      {props.onMany && (
        <Button small weight="plain" onPress={props.onMany}>
          {t("list.changeMany")}
        </Button>
      )}
    </div>
  );
}
