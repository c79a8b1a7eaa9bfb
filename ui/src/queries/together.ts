// What one edit made old is drawn together: the answers of its queries come one after the other, and each would lay out
// and paint the window anew. An answer that takes long holds up the others for no longer than is not noticed.
import { notifyManager } from "@tanstack/react-query";

/** Milliseconds. */
const MOST = 100;

let open = 0;
let held: (() => void)[] = [];

function release(): void {
  const all = held;
  held = [];
  for (const tell of all) tell();
}

notifyManager.setScheduler((tell) => {
  if (open > 0) held.push(tell);
  else setTimeout(tell, 0);
});

/** What the cache learns while `act` runs is told to the window when it has ended, in one go. */
export async function together<T>(act: () => Promise<T>): Promise<T> {
  let isOpen = true;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    open -= 1;
    if (open === 0) release();
  };
  open += 1;
  const timer = setTimeout(end, MOST);
  try {
    return await act();
  } finally {
    clearTimeout(timer);
    // Whoever waited for it goes on first: what that closes or chooses is drawn with the answers.
    setTimeout(end);
  }
}
