// Saves a picture to a file of the user's choice. It is asked for anew without what is not for export, so that nothing that
// is kept back stands in it; how many were left out is said.
import { useLocale } from "react-aria-components";
import { useCall, useEdit, useEnvelope, useShell } from "../../queries/door";
import { under } from "../../queries/jobs";
import type { Args } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { useWords } from "../../strings/words";
import { asPng, standalone } from "./export";
import { loadPlot } from "./Figure";
import type { Asked, Options, Picture } from "./pictures";

export type Kind = "svg" | "png";

/** A name that every file system takes. */
const fileName = (text: string) => text.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, "-").trim();

export function useSave(picture: Picture, name: string, options: Options, workspace: string) {
  const words = useWords();
  const { t, day } = words;
  const { direction, locale } = useLocale();
  const shell = useShell();
  const call = useCall();
  const envelope = useEnvelope();
  const edit = useEdit();
  const save = async (kind: Kind) => {
    const done = await edit.attempt(async (run) => {
      const grant = await shell.pickSave(
        "picture",
        `${fileName(`${workspace} ${name} ${options.asOf}`)}.${kind}`,
      );
      if (!grant) return null;
      const asked = { ...picture.args(options), filter: options.filter, exported: true } as Args<Asked>;
      const { reply } = await under(call, picture.query, asked, envelope);
      const shown = picture.show(reply, words, options);
      const drawn = standalone(shown, await loadPlot(), {
        under: [
          t("picture.counted", { day: day(options.asOf) }),
          ...(options.filter === "" ? [] : [t("picture.only", { filter: options.filter })]),
        ],
        foot: [
          ...(shown.leftOut > 0 ? [t("picture.leftOut", { count: shown.leftOut })] : []),
          t("picture.source", { workspace }),
        ],
        rtl: direction === "rtl",
        language: locale,
      });
      const bytes = kind === "svg" ? drawn.svg : await asPng(drawn);
      if (bytes === null) throw new Error(t("picture.noPng"));
      const type = kind === "svg" ? "image/svg+xml" : "image/png";
      const file = await shell.stage(new File([bytes], `picture.${kind}`, { type }));
      const written = await run("SavePicture", { file: file.grant, output: grant.grant });
      return { written: written.reply, leftOut: shown.leftOut };
    });
    if (!done) return;
    const told = [
      t("done.written", { path: done.written.path }),
      ...(done.leftOut > 0 ? [t("picture.leftOut", { count: done.leftOut })] : []),
    ];
    say(told.join(" "));
  };
  return { save, busy: edit.busy, refusal: edit.refusal?.message };
}
