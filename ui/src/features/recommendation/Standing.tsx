// How far a recommendation is and why, its parts, and what it was carried forward from and into.
import { useEdit } from "../../queries/door";
import { useOpener } from "../../queries/opener";
import type { RecommendationPage as Page, Why } from "../../queries/types";
import { say } from "../../shared/ui/announce";
import { Button, GoTo } from "../../shared/ui/Button";
import { Lines, Own, Part, Problem, Tag } from "../../shared/ui/bits";
import { useWords, type Words } from "../../strings/words";

/** 2 of 3 implemented, 1 overdue: what adds up to all, the rest apart. */
export function whyWords({ t }: Words, why: Why): string {
  if (why.of + why.overtaken === 0) return t("progress.none");
  const said = [t("progress.implemented", { count: why.implemented, of: why.of })];
  const counts = ["overdue", "open", "waiting", "suspended", "partly", "closed"] as const;
  for (const one of counts) if (why[one] > 0) said.push(t(`progress.${one}`, { count: why[one] }));
  if (why.overtaken > 0) said.push(t("progress.overtaken", { count: why.overtaken }));
  if (why.parts_untaken > 0)
    said.push(t("progress.partsUntaken", { count: why.parts_untaken, of: why.parts }));
  return said.join(t("list.comma"));
}

/** The same as a bar: implemented, under way, late. */
function Bar({ why }: { why: Why }) {
  const shares = [
    ["done", why.implemented],
    ["part", why.partly],
    ["wait", why.waiting],
    ["open", why.open],
    ["rest", why.suspended + why.closed],
    ["late", why.overdue],
  ] as const;
  return (
    <div className="shares" aria-hidden="true">
      {shares.map(
        ([kind, count]) => count > 0 && <i key={kind} data-share={kind} style={{ flexGrow: count }} />,
      )}
    </div>
  );
}

export function Progress({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  const { why, state } = page.progress;
  return (
    <Part title={t("progress.title")} note={t(`progressState.${state}`)}>
      {why.of > 0 && <Bar why={why} />}
      <p>{whyWords(words, why)}</p>
    </Part>
  );
}

export function Parts({ page, onOpen }: { page: Page; onOpen: (id: string) => void }) {
  const { t, number } = useWords();
  const opener = useOpener();
  if (page.parts.length === 0) return null;
  return (
    <Part
      title={t("recommendation.parts")}
      note={number(page.parts.length)}
      end={
        !page.deleted && (
          <Button small onPress={() => opener.act("JoinParts")}>
            {t("plain.title.JoinParts")}
          </Button>
        )
      }
    >
      <Lines
        onOpen={onOpen}
        lines={page.parts.map((part) => ({ id: part.id, refText: part.ref, title: part.title }))}
      />
    </Part>
  );
}

export function Chain({ page, onOpen }: { page: Page; onOpen: (id: string) => void }) {
  const { t } = useWords();
  if (page.chain.length === 0) return null;
  return (
    <Part title={t("recommendation.chain")} note={t("recommendation.chainNote")}>
      <ol className="chain">
        {page.chain.map((one) => (
          <li key={one.id} aria-current={one.id === page.id ? "true" : undefined}>
            {one.id === page.id ? (
              <strong>
                <Own>{`${one.ref} ${one.title}`}</Own>
              </strong>
            ) : (
              <GoTo onPress={() => onOpen(one.id)}>
                <Own>{`${one.ref} ${one.title}`}</Own>
              </GoTo>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

export function Links({ page, onOpen }: { page: Page; onOpen: (id: string) => void }) {
  const { t, number } = useWords();
  const opener = useOpener();
  const edit = useEdit();
  const remove = async (id: string, ref: string) => {
    if (await edit.attempt((run) => run("Delete", { item: id }))) say(t("done.deleted", { ref }));
  };
  if (page.links.length === 0) return null;
  return (
    <Part
      title={t("recommendation.links")}
      note={number(page.links.length)}
      end={
        !page.deleted && (
          <Button small onPress={() => opener.act("LinkRecommendations")}>
            {t("recommendation.addLink")}
          </Button>
        )
      }
    >
      <Problem message={edit.refusal?.message} />
      <ul className="linked">
        {page.links.map((one) => (
          <li key={one.id}>
            <Tag kind="quiet">{one.forward ? t(`linkTo.${one.kind}`) : t(`linkFrom.${one.kind}`)}</Tag>{" "}
            <GoTo onPress={() => onOpen(one.other.id)}>
              <Own>{`${one.other.ref} ${one.other.title}`}</Own>
            </GoTo>{" "}
            <span className="quiet">
              <Own>{one.reason}</Own>
            </span>
            {!page.deleted && (
              <span className="row-acts-end">
                <Button
                  small
                  weight="plain"
                  aria-label={t("recommendation.editLinkTo", { ref: one.other.ref })}
                  onPress={() => opener.act("EditLink", { link: one.id })}
                >
                  {t("actionsShort.edit")}
                </Button>
                <Button
                  small
                  weight="plain"
                  isPending={edit.busy}
                  aria-label={t("recommendation.removeLinkTo", { ref: one.other.ref })}
                  onPress={() => void remove(one.id, one.other.ref)}
                >
                  {t("form.remove")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

const criteria = ["enables", "feasible", "impact", "consensus"] as const;

/** What the desk thinks of it: scores, what must be there first, what may go wrong. */
export function Assessed({ page }: { page: Page }) {
  const { t, number } = useWords();
  const scored = criteria.filter((one) => page[one] !== null);
  const texts = (["precondition", "risk", "contingency", "theory", "already", "remark"] as const).filter(
    (one) => page[one],
  );
  if (scored.length + texts.length === 0) return null;
  return (
    <Part title={t("assess.title")}>
      {scored.length > 0 && (
        <ul className="scores">
          {scored.map((one) => (
            <li key={one}>
              {t(`assess.${one}`)}{" "}
              <span className="score" aria-hidden="true">
                {[1, 2, 3].map((step) => (
                  <i key={step} data-on={step <= (page[one] ?? 0)} />
                ))}
              </span>
              <span className="quiet">{t("assess.of", { score: number(page[one] ?? 0), of: 3 })}</span>
            </li>
          ))}
        </ul>
      )}
      <dl className="facts">
        {texts.map((one) => (
          <div key={one} className="fact">
            <dt>{t(`assess.${one}`)}</dt>
            <dd className="prose">
              <Own>{page[one]}</Own>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
