// The diary of an item: what was done to it and to what hangs on it, newest first, each line with its undo.
import { useWords } from "../../strings/words";
import { DiaryPages } from "./DiaryPages";

export function History({ item, readOnly }: { item: string; readOnly: boolean }) {
  const { t } = useWords();
  return (
    <section className="part">
      <h3>{t("history.title")}</h3>
      <DiaryPages ask={{ item }} readOnly={readOnly} dayHeading="h4" />
    </section>
  );
}
