// How a page opens the form of a command, or goes to a place, without knowing the frame around it. The app gives it.
import { createContext, useContext } from "react";
import type { EditName } from "../ipc/door";
import type { Values } from "../shared/form/values";

export type Opener = {
  /** Opens the plain form of a command, with some of its arguments given. */
  act: (command: EditName, fill?: Values) => void;
  /** Opens an item. */
  open: (item: string) => void;
};

const Context = createContext<Opener>({ act: () => {}, open: () => {} });
export const OpenerProvider = Context;

export const useOpener = (): Opener => useContext(Context);
