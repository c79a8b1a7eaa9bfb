// The view state with its memory: each place is come back to as it was left. Writes what it remembers a moment after it
// changes, so that a program that is killed loses no more than that moment, and when the window goes.
import {
  createContext,
  type Dispatch,
  useCallback,
  useContext,
  useEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { keep, kept } from "../shared/kept";
import { Memory } from "./memory";
import { firstView, type Step, step, type View } from "./view";

/** Milliseconds from a change until it is written, with all that changed meanwhile. */
const SOON = 200;
export const MemoryContext = createContext(new Memory());
export const useMemory = () => useContext(MemoryContext);

const nameOf = (file: string) => `view ${file}`;

/** How a workspace was left on this machine. */
export const leftView = (file: string): View => new Memory().load(kept(nameOf(file)));

/** `first`: the workspace that is open already. */
export function useView(first: string | null) {
  const soon = useRef<() => void>(() => {});
  const [memory] = useState(() => new Memory(() => soon.current()));
  const [view, dispatch] = useReducer(step, first, (file) =>
    file === null ? firstView : memory.load(kept(nameOf(file))),
  );
  const now = useRef(view);
  now.current = view;
  const file = useRef(first);

  const go: Dispatch<Step> = useCallback((next) => dispatch(memory.asLeft(now.current, next)), [memory]);

  /** What was shown when another workspace was opened: it is not of that one. */
  const before = useRef<View | null>(null);
  const note = useCallback(
    ({ place, item, filter, group }: View) => memory.keep(place, { item, filter, group }),
    [memory],
  );
  useEffect(() => {
    if (view !== before.current) note(view);
  }, [note, view]);

  const write = useCallback(() => {
    if (file.current !== null) keep(nameOf(file.current), memory.store(now.current));
  }, [memory]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const written = () => {
      timer = undefined;
      write();
    };
    soon.current = () => {
      timer ??= setTimeout(written, SOON);
    };
    window.addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", write);
    };
  }, [write]);

  /** Another workspace is open: what was remembered of it is shown. */
  const restore = useCallback(
    (path: string) => {
      write();
      file.current = path;
      before.current = now.current;
      const left = memory.load(kept(nameOf(path)));
      // It may be what is shown already.
      note(left);
      dispatch({ do: "restore", view: left });
    },
    [memory, note, write],
  );
  return { view, go, memory, restore };
}
