// Which columns a list shows, in which order and how wide, and how many stay when it is scrolled sideways. Everything
// that is done here can be done at the heads of the grid too; this is where it is seen and reached without a mouse.
import { type KeyboardEvent, useRef } from "react";
import { Check } from "../../shared/form/fields";
import { type Column, type Layout, placed, shown, sized, toggled, WIDEST } from "../../shared/grid/columns";
import { Button } from "../../shared/ui/Button";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";

type AnyColumn = Pick<Column<never>, "id" | "head" | "more" | "sort">;

/** The columns as the window lists them: those shown in their order, the others where they usually stand. */
export function arranged<C extends AnyColumn>(all: readonly C[], layout: Layout): C[] {
  const list = shown(all, layout);
  for (const [i, column] of all.entries()) {
    if (list.includes(column)) continue;
    const before = all[i - 1];
    list.splice(before ? list.indexOf(before) + 1 : 0, 0, column);
  }
  return list;
}

export function ColumnsWindow(props: {
  columns: readonly AnyColumn[];
  layout: Layout;
  change: (next: (layout: Layout) => Layout) => void;
  forAll: () => void;
  reset: () => void;
  onClose: () => void;
}) {
  const { columns, layout, change } = props;
  const { t, number } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const visible = shown(columns, layout);
  const most = Math.max(0, visible.length - 1);

  /** What was pressed may have moved with its line: the focus goes with it. */
  const after = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const move = (id: string, by: number, back: string) => {
    const at = visible.findIndex((column) => column.id === id);
    if (at < 0) return;
    change((before) => placed(columns, before, id, at + by));
    after(`[data-line="${id}"] ${back}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-line]")?.dataset.line;
    if (id) move(id, event.key === "ArrowUp" ? -1 : 1, "input");
    event.preventDefault();
  };
  const freeze = (frozen: number) => change((before) => ({ ...before, frozen }));

  return (
    <Window title={t("grid.columns")} onClose={props.onClose}>
      <div className="dialog-body columns-window">
        <p className="quiet">{t("grid.columnsHint")}</p>
        <ul className="columns-list" ref={list} onKeyDown={onKeyDown}>
          {arranged(columns, layout).map((column) => {
            const at = visible.indexOf(column);
            return (
              <li key={column.id} data-line={column.id}>
                <Check
                  label={column.head}
                  value={at >= 0}
                  onChange={() => {
                    change((before) => toggled(columns, before, column.id));
                    after(`[data-line="${column.id}"] input`);
                  }}
                />
                {at >= 0 && (
                  <>
                    <input
                      className="input columns-width"
                      type="number"
                      min={40}
                      max={WIDEST}
                      step={10}
                      aria-label={t("grid.widthOf", { column: column.head })}
                      placeholder={t("grid.widthUsual")}
                      value={layout.sizes[column.id] ?? ""}
                      onChange={(event) => {
                        const { value } = event.target;
                        change((before) => {
                          const { [column.id]: _, ...rest } = before.sizes;
                          return value === ""
                            ? { ...before, sizes: rest }
                            : sized(before, column.id, Number(value));
                        });
                      }}
                    />
                    <Button
                      small
                      weight="plain"
                      isDisabled={at === 0}
                      aria-label={t("grid.earlier", { column: column.head })}
                      onPress={() => move(column.id, -1, "button:nth-of-type(1)")}
                    >
                      <span className="turn up" aria-hidden="true" />
                    </Button>
                    <Button
                      small
                      weight="plain"
                      isDisabled={at === visible.length - 1}
                      aria-label={t("grid.later", { column: column.head })}
                      onPress={() => move(column.id, 1, "button:nth-of-type(2)")}
                    >
                      <span className="turn" aria-hidden="true" />
                    </Button>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <fieldset className="columns-frozen">
          <legend className="label">{t("grid.frozen")}</legend>
          <Button
            small
            isDisabled={layout.frozen <= 0}
            aria-label={t("grid.fewer")}
            onPress={() => freeze(layout.frozen - 1)}
          >
            −
          </Button>
          <output aria-live="polite">{number(Math.min(layout.frozen, most))}</output>
          <Button
            small
            isDisabled={layout.frozen >= most}
            aria-label={t("grid.oneMore")}
            onPress={() => freeze(Math.min(most, layout.frozen + 1))}
          >
            +
          </Button>
        </fieldset>
        <p className="row-acts">
          <Button weight="main" onPress={props.onClose}>
            {t("form.close")}
          </Button>
          <Button onPress={props.forAll}>{t("grid.forAll")}</Button>
          <Button onPress={props.reset}>{t("grid.reset")}</Button>
        </p>
      </div>
    </Window>
  );
}
