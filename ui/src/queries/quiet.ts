// When the window has come to rest after its start, so that what can wait does not stand in the way of the first screen.
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Between the last answer and the rest: two frames and more. */
const AFTER = 100;

/** Whether all that the window first asked was answered and painted: once true, it stays so. */
export function useQuiet(): boolean {
  const still = useIsFetching() === 0;
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (quiet || !still) return;
    const timer = setTimeout(() => setQuiet(true), AFTER);
    return () => clearTimeout(timer);
  }, [quiet, still]);
  return quiet;
}
