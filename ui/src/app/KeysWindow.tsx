// The sheet of keys: the acts by their groups, then what each part of the window hears itself. It knows no key of its own.
import type { ReactNode } from "react";
import { plainNames, strokes } from "../features/plain/forms";
import { plainTitle } from "../features/plain/title";
import type { Stroke } from "../shared/keys/keys";
import { Caps } from "../shared/ui/Button";
import { Window } from "../shared/ui/Window";
import { useWords } from "../strings/words";
import { actionIds, known } from "./actions";
import { partKeys, parts } from "./part-keys";
import { queueNumbers, queues } from "./queues";

const groups = ["item", "add", "go", "file", "window"] as const;

const alone = (stroke: Stroke | undefined) => (stroke === undefined ? undefined : [stroke]);

export function KeysWindow({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Window wide title={t("keys.title")} onClose={onClose}>
      <div className="dialog-body keys">
        {groups.map((group) => (
          <Keys key={group} title={t(`keys.${group}`)}>
            {actionIds
              .filter((id) => known(id).group === group)
              .map((id) => (
                <Line key={id} strokes={known(id).strokes}>
                  {t(`actions.${id}`)}
                </Line>
              ))}
            {group === "item" &&
              plainNames.map((name) => (
                <Line key={name} strokes={alone(strokes[name])}>
                  {plainTitle(t, name)}
                </Line>
              ))}
            {group === "go" &&
              queues.map((one) => (
                <Line key={one.queue} strokes={alone(one.stroke)}>
                  {t(`queue.${one.queue}`, queueNumbers(one.queue))}
                </Line>
              ))}
          </Keys>
        ))}
        {parts.map((part) => (
          <Keys key={part} title={t(`keys.part.${part}`)}>
            {partKeys[part].map(({ id, strokes }) => (
              <Line key={id} strokes={strokes}>
                {t(`keys.${part}.${id}` as "keys.grid.rows")}
              </Line>
            ))}
          </Keys>
        ))}
        <p className="quiet keys-note">{t("keys.note")}</p>
      </div>
    </Window>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

/** What has no key stands in the palette only. */
function Line({ strokes, children }: { strokes: readonly Stroke[] | undefined; children: ReactNode }) {
  if (!strokes) return null;
  return (
    <div>
      <dt>
        {strokes.map((stroke) => (
          <Caps key={stroke} stroke={stroke} said />
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
