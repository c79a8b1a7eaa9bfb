// What can be done with several selected rows: how many there are, and their acts. Come to by its key, left with Escape.
import { Button } from "../../shared/ui/Button";
import { Aloud } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export type ManyActs = {
  change: (() => void) | null;
  log: (() => void) | null;
  copy: () => void;
  clear: () => void;
  /** Back to the rows. */
  leave: () => void;
};

export function SelectionBar(props: { count: number; all: boolean; acts: ManyActs }) {
  const { t } = useWords();
  const { count, acts } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape from the buttons inside.
    <div
      className="selection"
      data-some={count > 0 || undefined}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        acts.leave();
      }}
    >
      <Aloud className="selection-count">
        {count > 0 && t(props.all ? "grid.allSelected" : "grid.selected", { count })}
      </Aloud>
      {count > 0 && (
        <>
          {acts.change && (
            <Button small onPress={acts.change}>
              {t("grid.change")}
            </Button>
          )}
          {acts.log && (
            <Button small onPress={acts.log}>
              {t("grid.log")}
            </Button>
          )}
          <Button small onPress={acts.copy} stroke="mod+c">
            {t("grid.copy")}
          </Button>
          <Button small weight="plain" onPress={acts.clear} stroke="escape">
            {t("grid.clear")}
          </Button>
        </>
      )}
    </div>
  );
}
