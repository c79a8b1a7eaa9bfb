// Where the system's menu has the same key, one stroke may come twice: from the page, and from the menu a moment later.

const MOMENT = 150;

export function makeEcho() {
  let last = { id: "", at: 0 };
  return {
    /** It was done just now. */
    done: (id: string) => {
      last = { id, at: Date.now() };
    },
    /** Whether that is the same stroke once more. */
    is: (id: string) => last.id === id && Date.now() - last.at < MOMENT,
  };
}
