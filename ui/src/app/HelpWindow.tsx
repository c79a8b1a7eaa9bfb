// What can be read at any time, also while nothing is open: the manual, the keys, about the program.
import type { Help } from "../features/start/StartScreen";
import { later } from "../shared/ui/later";
import type { Language } from "../strings";
import type { TermId } from "./terms";

const AboutWindow = later(async () => (await import("./Windows")).AboutWindow);
const KeysWindow = later(async () => (await import("./KeysWindow")).KeysWindow);
const Manual = later(async () => (await import("../features/help/Manual")).Manual);

export function HelpWindow(props: {
  help: Help;
  language: Language;
  /** What the manual is opened at. */
  term?: TermId | null;
  /** The open workspace, if one is. */
  file?: string;
  onClose: () => void;
}) {
  const { help, language, term = null, file = null, onClose } = props;
  if (help === "manual") return <Manual language={language} term={term} onClose={onClose} />;
  if (help === "keys") return <KeysWindow onClose={onClose} />;
  return <AboutWindow file={file} onClose={onClose} />;
}
