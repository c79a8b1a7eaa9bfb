// What can be read at any time, also while nothing is open: the manual, the keys, about the program.
import type { Help } from "../features/start/StartScreen";
import { later } from "../shared/ui/later";
import type { Language } from "../strings";
import type { Explained } from "./terms";

const AboutWindow = later(async () => (await import("./Windows")).AboutWindow);
const KeysWindow = later(async () => (await import("./KeysWindow")).KeysWindow);
const Manual = later(async () => (await import("../features/help/Manual")).Manual);

const NONE: readonly Explained[] = [];

export function HelpWindow(props: {
  help: Help;
  language: Language;
  /** What the manual is opened at. */
  explained?: readonly Explained[];
  /** The open workspace, if one is. */
  file?: string;
  onClose: () => void;
}) {
  const { help, language, explained = NONE, file = null, onClose } = props;
  if (help === "manual") return <Manual language={language} explained={explained} onClose={onClose} />;
  if (help === "keys") return <KeysWindow onClose={onClose} />;
  return <AboutWindow file={file} onClose={onClose} />;
}
