// Goes over the whole file: log chain, evidence hashes, kept columns. Says what was found.
import { useLong } from "../../queries/long";
import { Own, Problem, Stopped, Wait } from "../../shared/ui/bits";
import { Window } from "../../shared/ui/Window";
import { useWords } from "../../strings/words";

export function CheckWindow({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const check = useLong("Check", {});
  return (
    <Window title={t("check.title")} onClose={onClose}>
      <div className="dialog-body">
        {!check.data && !check.error && !check.cancelled && <Wait label={t("check.working")} />}
        {check.cancelled && <Stopped onAgain={check.again} />}
        <Problem message={check.error?.message} />
        {check.data && (
          <>
            <p>
              <strong>
                {check.data.ok ? t("check.ok") : t("check.wrong", { count: check.data.problems.length })}
              </strong>
            </p>
            <p className="quiet">
              {t("check.seen", {
                entries: check.data.entries,
                items: check.data.items,
                files: check.data.evidence_files,
              })}
            </p>
            <ul className="bullets">
              {check.data.problems.map((problem) => (
                <li key={problem}>
                  <Own>{problem}</Own>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Window>
  );
}
