// A hit as one line of the palette: its kind, reference and title, and the words in their context. All of it is read out.
import type { SearchHit } from "../../queries/types";
import { Marked } from "../../shared/ui/Marked";
import { useWords } from "../../strings/words";

export function Hit({ hit }: { hit: SearchHit }) {
  const { t } = useWords();
  return (
    <>
      <span className="hit-kind">{t(`kind.${hit.kind}`)}</span>
      <span className="ref" dir="auto">
        {hit.ref}
      </span>
      <span dir="auto" className="own hit-title">
        <Marked text={hit.title} marks={hit.marks} />
      </span>
      {hit.excerpt && (
        <span className="hit-excerpt">
          <FoundIn excerpt={hit.excerpt} />
        </span>
      )}
    </>
  );
}

/** The field in which the words stand, and the words around them. */
export function FoundIn({ excerpt }: { excerpt: NonNullable<SearchHit["excerpt"]> }) {
  const { t } = useWords();
  return (
    <>
      {excerpt.field !== "text" && <span className="hit-field">{t(`foundIn.${excerpt.field}`)}</span>}{" "}
      <bdi>
        <Marked text={excerpt.text} marks={excerpt.marks} />
      </bdi>
    </>
  );
}
