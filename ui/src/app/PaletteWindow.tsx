// What stands in the palette: every act that can be done now, with its key, and every place. What it looks like, and the
// search, stand in features/search.
import type { Dispatch } from "react";
import { pictureNames } from "../features/picture/names";
import { type PlainName, strokes } from "../features/plain/forms";
import { plainTitle } from "../features/plain/title";
import { Palette } from "../features/search/Palette";
import type { Act } from "../features/search/parts";
import { useAsk } from "../queries/door";
import { useWords } from "../strings/words";
import { type ActionId, actionIds, type Here, possible, strokeOf } from "./actions";
import { queueNumbers, queues, reportLines } from "./queues";
import type { Review } from "./use-review";
import { useMemory } from "./use-view";
import type { Place, Step } from "./view";

type Line = Act & { act: () => void };

export function PaletteWindow(props: {
  go: Dispatch<Step>;
  here: Here;
  /** The plain forms that can be opened now. */
  forms: readonly PlainName[];
  openForm: (name: PlainName) => void;
  perform: (id: ActionId) => void;
  /** The review that was left, as the words to go on with it tell it. */
  waits: Review["waits"];
  /** The list in the middle can be reviewed. */
  reviewable: boolean;
}) {
  const { go, here } = props;
  const { t } = useWords();
  const memory = useMemory();
  const counts = useAsk("Counts", {}, { keep: true });
  const views = useAsk("Views", {}, { keep: true });

  const acts: Line[] = [
    ...actionIds
      .filter((id) => id !== "palette" && id !== "full-page" && possible(id, here))
      .filter((id) => (id === "go-on-review" ? props.waits : id === "review" ? props.reviewable : true))
      .map((id) => ({
        id,
        label: id === "go-on-review" && props.waits ? t("review.goOn", props.waits) : t(`actions.${id}`),
        stroke: strokeOf(id),
        act: () => props.perform(id),
      })),
    ...props.forms.map((name) => ({
      id: `form ${name}`,
      label: plainTitle(t, name),
      stroke: strokes[name],
      act: () => props.openForm(name),
    })),
  ];
  const to = (
    id: string,
    name: string,
    place: Place,
    more: { stroke?: string; item?: string } = {},
  ): Line => ({
    id,
    label: t("palette.goTo", { name }),
    stroke: more.stroke,
    act: () => go({ do: "go", place, ...(more.item ? { item: more.item } : {}) }),
  });
  const places: Line[] = [
    ...queues.map((one) =>
      to(
        `queue ${one.queue}`,
        t(`queue.${one.queue}`, queueNumbers(one.queue)),
        { at: "queue", queue: one.queue },
        one.stroke ? { stroke: one.stroke } : {},
      ),
    ),
    to("queue all", t("queue.all"), { at: "queue", queue: "all" }),
    to("recommendations", t("side.recommendations"), { at: "recommendations", source: null }),
    to("sources", t("side.sources"), { at: "sources" }),
    to("actors", t("side.actors"), { at: "actors" }),
    ...reportLines.map(({ report }) =>
      to(`report ${report}`, t(`report.title.${report}`), { at: "report", report }),
    ),
    ...pictureNames.map((picture) =>
      to(`picture ${picture}`, t(`picture.name.${picture}`), { at: "picture", picture }),
    ),
    to("bin", t("side.bin"), { at: "bin" }),
    ...(views.data ?? []).map((one) => ({
      id: `view ${one.id}`,
      label: t("palette.goTo", { name: one.name }),
      act: () =>
        go({
          do: "go",
          place:
            one.list === "recommendations"
              ? { at: "recommendations", source: null }
              : { at: "queue", queue: "all" },
          filter: one.filter,
          group: one.group ?? null,
        }),
    })),
    ...(counts.data?.sources ?? []).map((one) =>
      to(
        `source ${one.id}`,
        `${one.ref} (${one.title})`,
        { at: "recommendations", source: { id: one.id, ref: one.ref, name: one.title } },
        { item: one.id },
      ),
    ),
    ...(counts.data?.actors ?? []).map((one) =>
      to(
        `lead ${one.id}`,
        one.ref === one.name ? one.name : `${one.ref} (${one.name})`,
        { at: "lead", lead: { id: one.id, ref: one.ref, name: one.name } },
        { item: one.id },
      ),
    ),
  ];
  const lines = new Map([...acts, ...places].map((line) => [line.id, line]));
  return (
    <Palette
      acts={acts}
      places={places}
      recent={memory.opened}
      onAct={(id) => lines.get(id)?.act()}
      onOpen={(item) => go({ do: "open", item })}
      onAll={(words, kind) => go({ do: "go", place: { at: "search", words, kind } })}
      onClose={() => go({ do: "window", window: null })}
    />
  );
}
