// The files that were open last, each to open again: named by its name, told where it is and since when.
import { useId } from "react";
import type { Reply } from "../../queries/types";
import { Button } from "../../shared/ui/Button";
import { Own } from "../../shared/ui/bits";
import { useWords } from "../../strings/words";

export function RecentFiles(props: {
  /** Nothing while they are asked for. */
  files: Reply<"Recent"> | undefined;
  busy: boolean;
  onOpen: (grant: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  if (props.files?.length === 0) return <p className="quiet">{t("start.noRecent")}</p>;
  return (
    <ul className="recent">
      {props.files?.map((file, at) => (
        <li key={file.file}>
          <Button
            weight="plain"
            aria-labelledby={`${id}${at}-name`}
            aria-describedby={`${id}${at}-path ${id}${at}-when`}
            isDisabled={file.missing || props.busy}
            onPress={() => props.onOpen(file.grant)}
          >
            <span className="recent-name" id={`${id}${at}-name`}>
              <Own>{file.name}</Own>
            </span>
            <span className="recent-path" id={`${id}${at}-path`}>
              <Own>{file.file}</Own>
            </span>
            <span className="quiet" id={`${id}${at}-when`}>
              {file.missing ? t("start.missing") : words.moment(file.opened)}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
