// The frame of every picture: its sentence, its day, what can be chosen, the picture itself or its numbers as a table, and
// how it is saved. Where there is no room for a picture, its table stands in its place.
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { useAsk } from "../../queries/door";
import { useLong, useTrial } from "../../queries/long";
import type { Args, Owed, Refusal, Step } from "../../queries/types";
import { Button, GoTo } from "../../shared/ui/Button";
import { Empty, Problem, Stopped, Wait } from "../../shared/ui/bits";
import { MenuButton } from "../../shared/ui/Menu";
import { Table } from "../../shared/ui/Table";
import { useWords } from "../../strings/words";
import { Figure, usePlot, useWidth } from "./Figure";
import { type PictureName, pictureNames } from "./names";
import { type Asked, FEW, LINES, type Options, type Picture, pictures } from "./pictures";
import { Sign } from "./Sign";
import type { Goto, Shown } from "./shown";
import { type Kind, useSave } from "./use-save";
import "./picture.css";

/** Narrower than this, a picture cannot be read. */
const NARROW = 560;

/** Kept while one goes from picture to picture. */
let before: { of: string; asTable: boolean; framework: string | null; owed: Owed; step: Step } = {
  of: "",
  asTable: false,
  framework: null,
  owed: "overdue",
  step: "quarter",
};

/** The mark by which a picture was left. */
let left: { of: string; spot: number } | null = null;

export function PictureView(props: {
  picture: PictureName;
  filter: string;
  asOf: string;
  workspace: string;
  onPicture: (picture: PictureName) => void;
  onOpen: (to: Goto) => void;
  head: (title: ReactNode, sum: ReactNode, tools: ReactNode) => ReactNode;
  /** `ask` tries another filter on this picture; the next trial and `stop` end it. */
  filterBox: (trial: {
    ask: (filter: string) => Promise<Refusal | "ended" | null>;
    stop: () => void;
  }) => ReactNode;
}) {
  const { filter, asOf } = props;
  const words = useWords();
  const { t } = words;
  const picture: Picture = pictures[props.picture];
  // A framework belongs to its workspace.
  const [chosen, setChosen] = useState(() =>
    before.of === props.workspace ? before : { ...before, of: props.workspace, framework: null },
  );
  const [limit, setLimit] = useState(FEW);
  const choose = (next: Partial<typeof before>) => {
    before = { ...chosen, ...next };
    setChosen(before);
  };
  const options: Options = { ...chosen, limit, filter, asOf };
  const args = (filter: string) => ({ ...picture.args({ ...options, filter }), filter }) as Args<Asked>;
  const asked = useLong(picture.query, args(filter));
  const trial = useTrial();
  const reply = asked.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options by their values.
  const shown = useMemo(
    () => (reply === undefined ? undefined : picture.show(reply, words, options)),
    [reply, picture, words, filter, asOf, chosen, limit],
  );
  const of = `${props.picture} ${filter} ${asOf}`;
  // It is come back to once.
  useEffect(() => {
    if (shown) left = null;
  }, [shown]);
  const name = t(`picture.name.${props.picture}`);
  const saving = useSave(picture, name, options, props.workspace);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // Come to from what is gone (the palette, a row of a list): the focus goes into the picture.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const narrow = width > 0 && width < NARROW;
  const tools = (
    <>
      <nav className="picture-names" aria-label={t("picture.label")}>
        {pictureNames.map((one) => (
          <Button
            key={one}
            small
            weight={one === props.picture ? "normal" : "plain"}
            aria-current={one === props.picture ? "page" : undefined}
            onPress={() => props.onPicture(one)}
          >
            {t(`picture.name.${one}`)}
          </Button>
        ))}
      </nav>
      <div className="tools">
        {props.filterBox({ ask: (next) => trial.ask(picture.query, args(next)), stop: trial.stop })}
        <Choices
          picture={picture}
          options={options}
          drawn={reply && "framework" in reply ? (reply.framework?.name ?? null) : null}
          choose={choose}
        />
        <ToggleButton
          className="btn small normal"
          isSelected={chosen.asTable || narrow}
          isDisabled={narrow}
          onChange={(asTable) => choose({ asTable })}
        >
          {t("picture.asTable")}
        </ToggleButton>
        <MenuButton
          small
          label={saving.busy ? t("form.saving") : t("picture.save")}
          entries={(["svg", "png"] as const).map((id) => ({ id, label: t(`picture.${id}`) }))}
          onAct={(kind) => void saving.save(kind as Kind)}
        />
      </div>
      <Problem message={saving.refusal} />
    </>
  );
  const empty = shown !== undefined && shown.spots.length === 0;
  return (
    <>
      {props.head(shown?.title ?? name, shown && t("picture.counted", { day: words.day(asOf) }), tools)}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds a figure. */}
      <div className="picture" ref={box} tabIndex={0} role="group" aria-label={name}>
        {asked.cancelled ? <Stopped onAgain={asked.again} /> : <Problem message={asked.error?.message} />}
        {asked.working && <Wait label={t("picture.working")} />}
        {empty && (
          <Empty>
            <p>{t("picture.empty")}</p>
          </Empty>
        )}
        {shown && !empty && (
          <Body
            shown={shown}
            asTable={chosen.asTable || narrow}
            narrow={narrow}
            width={width}
            left={left?.of === of ? left.spot : null}
            onOpen={(to, spot) => {
              left = { of, spot };
              props.onOpen(to);
            }}
          />
        )}
        {shown?.more !== undefined && (
          <p className="row-acts">
            <Button onPress={() => setLimit(LINES)}>{t("picture.drawMore", { count: shown.more })}</Button>
          </p>
        )}
      </div>
    </>
  );
}

function Body(props: {
  shown: Shown;
  asTable: boolean;
  narrow: boolean;
  width: number;
  left: number | null;
  onOpen: (to: Goto, spot: number) => void;
}) {
  const { shown, asTable, onOpen } = props;
  const back = useRef(props.left);
  const { t, list } = useWords();
  const plot = usePlot();
  const id = useId();
  const few = shown.table.rows.slice(0, 5).map((row) => {
    const said = shown.table.heads.map((head, i) => `${head} ${row.cells[i]?.text ?? ""}`);
    return `${row.name}: ${list(said)}.`;
  });
  return (
    <figure aria-labelledby={`${id}title`} aria-describedby={`${id}sum`}>
      <figcaption className="unseen" id={`${id}title`}>
        {shown.title}
      </figcaption>
      <p className="unseen" id={`${id}sum`}>
        {few.join(" ")}
      </p>
      {props.narrow && <p className="quiet">{t("picture.narrow")}</p>}
      {!asTable && shown.legend.length > 0 && (
        <ul className="picture-legend" aria-label={t("picture.signs")}>
          {shown.legend.map(({ label, look }) => (
            <li key={label}>
              <Sign look={look} />
              {label}
            </li>
          ))}
        </ul>
      )}
      {asTable ? (
        <NumbersTable shown={shown} onOpen={onOpen} />
      ) : plot ? (
        <>
          <Figure
            shown={shown}
            plot={plot}
            width={props.width}
            describedBy={`${id}keys`}
            left={back}
            onOpen={onOpen}
          />
          <p className="quiet picture-keys" id={`${id}keys`}>
            {t("picture.keys")}
          </p>
        </>
      ) : (
        <Wait label={t("app.loading")} />
      )}
      {shown.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </figure>
  );
}

function NumbersTable({ shown, onOpen }: { shown: Shown; onOpen: (to: Goto, spot: number) => void }) {
  const { t } = useWords();
  const { heads, rows } = shown.table;
  return (
    <Table
      label={shown.title}
      rows={rows}
      keyOf={(_, i) => String(i)}
      columns={[
        { id: "name", head: t("columns.name"), names: true, cell: (row) => row.name },
        ...heads.map((head, i) => ({
          id: `${i}`,
          head,
          end: true,
          cell: (row: (typeof rows)[number]) => {
            const cell = row.cells[i];
            const spot = cell?.spot;
            const to = spot === undefined ? undefined : shown.spots[spot]?.to;
            return to && spot !== undefined ? (
              <GoTo onPress={() => onOpen(to, spot)}>{cell?.text}</GoTo>
            ) : (
              cell?.text
            );
          },
        })),
      ]}
    />
  );
}

function Choices(props: {
  picture: Picture;
  options: Options;
  /** The framework that is drawn. */
  drawn: string | null;
  choose: (next: Partial<Pick<Options, "framework" | "owed" | "step">>) => void;
}) {
  const { picture, options, drawn, choose } = props;
  const { t } = useWords();
  const themes = useAsk("Themes", {}, { when: picture.choices.includes("framework"), keep: true });
  const frameworks = themes.data?.frameworks ?? [];
  const framework = frameworks.find((one) => one.id === options.framework || one.name === drawn);
  return (
    <>
      {picture.choices.includes("owed") && (
        <MenuButton
          small
          label={t(`picture.line.${options.owed}`)}
          chosen={options.owed}
          entries={(["overdue", "open"] as const).map((id) => ({ id, label: t(`picture.line.${id}`) }))}
          onAct={(owed) => choose({ owed: owed as Owed })}
        />
      )}
      {picture.choices.includes("step") && (
        <MenuButton
          small
          label={t(`picture.step.${options.step}`)}
          chosen={options.step}
          entries={(["month", "quarter", "year"] as const).map((id) => ({
            id,
            label: t(`picture.step.${id}`),
          }))}
          onAct={(step) => choose({ step: step as Step })}
        />
      )}
      {picture.choices.includes("framework") && frameworks.length > 1 && (
        <MenuButton
          small
          label={<bdi>{drawn ?? t("picture.framework")}</bdi>}
          {...(framework ? { chosen: framework.id } : {})}
          entries={frameworks.map((one) => ({ id: one.id, label: one.name }))}
          onAct={(id) => choose({ framework: id })}
        />
      )}
    </>
  );
}
