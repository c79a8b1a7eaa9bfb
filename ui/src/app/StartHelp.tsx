// What can be read while nothing is open: the manual, the keys, about the program. The same windows as over a workspace.
import type { Help } from "../features/start/StartScreen";
import { later } from "../shared/ui/later";
import type { Language } from "../strings";

const AboutWindow = later(async () => (await import("./Windows")).AboutWindow);
const KeysWindow = later(async () => (await import("./KeysWindow")).KeysWindow);
const Manual = later(async () => (await import("../features/help/Manual")).Manual);

export function StartHelp(props: { help: Help; language: Language; onClose: () => void }) {
  const { help, language, onClose } = props;
  if (help === "manual") return <Manual language={language} term={null} onClose={onClose} />;
  if (help === "keys") return <KeysWindow onClose={onClose} />;
  return <AboutWindow file={null} onClose={onClose} />;
}
