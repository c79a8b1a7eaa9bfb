// Which lines fit the words that were typed. Knows nothing of what they do.
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Lines all of whose asked words begin some word of the label; where labels have no gaps (Chinese), stand in it. */
export function fitting<A extends { label: string }>(lines: readonly A[], words: string): A[] {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [...lines];
  return lines.filter(({ label }) => {
    const text = plain(label);
    const own = text.split(/[\s:,()«»“”"’']+/);
    return asked.every(
      (one) =>
        own.some((word) => word.startsWith(one)) || (/\p{Script=Han}/u.test(one) && text.includes(one)),
    );
  });
}
