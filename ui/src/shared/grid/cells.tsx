// How the cells that every list has look: a reference, and what is said more quietly than the words of the item.

/** The reference of the row's item, or of one that it names. */
export const ref = (text: string) => (
  <span className="ref">
    <bdi>{text}</bdi>
  </span>
);

/** A name, a number, a day: in its own direction; `title` says more of it. */
export const quiet = (text: string | null, title?: string | null) => (
  <span className="quiet" title={title ?? undefined}>
    <bdi>{text}</bdi>
  </span>
);
