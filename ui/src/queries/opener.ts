// How a page opens the form of a command, or goes to a place, without knowing the frame around it. The app gives it.
import { createContext, useContext } from "react";
import type { Values } from "../shared/form/values";

export type Opener = {
  /** Opens a plain form, with some of its arguments given. A test holds that each name stands in their table. */
  act: (form: string, fill?: Values) => void;
  /** Opens an item. */
  open: (item: string) => void;
  /** Shows everything as it was known after an entry of the log. */
  knownAt: (entry: number) => void;
};

const Context = createContext<Opener>({ act: () => {}, open: () => {}, knownAt: () => {} });
export const OpenerProvider = Context;

export const useOpener = (): Opener => useContext(Context);
