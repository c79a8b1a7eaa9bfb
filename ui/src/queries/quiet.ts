// When the window has come to rest after its start, so that what can wait does not stand in the way of the first screen.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Between the last answer and the rest: two frames and more. */
const AFTER = 100;

/** Whether all that the window first asked was answered and painted: once true, it stays so. */
export function useQuiet(): boolean {
  const client = useQueryClient();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (quiet) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (client.isFetching() === 0) timer = setTimeout(() => setQuiet(true), AFTER);
    };
    look();
    // Listened to only until then: who asks is not to be drawn again at each question.
    const stop = client.getQueryCache().subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, quiet]);
  return quiet;
}
