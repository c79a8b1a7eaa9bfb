// The few words that shared widgets themselves need. The app gives them once; `shared` knows no language.
import { createContext, useContext } from "react";

export type WidgetWords = {
  cancel: string;
  close: string;
  required: string;
  calendar: string;
  /** Where nothing is chosen yet. */
  choose: string;
  remove: string;
  noneFound: string;
  searching: string;
  typeToSearch: string;
  draft: string;
  discard: string;
  saving: string;
  showChoices: string;
  refused: string;
  showAll: string;
  /** What a picture is called that was pasted without a name. */
  picture: string;
  more: string;
  /** What was asked was stopped; and to ask it again. */
  stopped: string;
  again: string;
  draftLost: (names: string) => string;
};

const Context = createContext<WidgetWords | null>(null);
export const WidgetWordsProvider = Context;

export function useWidgetWords(): WidgetWords {
  const words = useContext(Context);
  if (!words) throw new Error("There is no <WidgetWordsProvider> above this component.");
  return words;
}
