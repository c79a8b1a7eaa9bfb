// The officer's verdict on a reported result. Says what is missing before it is refused.
import { useAct } from "../../queries/act";
import type { CommitmentPage, Verdict } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asText, orNull } from "../../shared/form/values";
import { useWords } from "../../strings/words";

const verdicts: Verdict[] = ["verified", "returned", "waived"];

/** Whether anything on the commitment or its updates supports it. */
export function hasSupport(page: CommitmentPage): boolean {
  const uses = page.timeline.flatMap((entry) => (entry.type === "update" ? entry.evidence : []));
  return [...page.evidence, ...uses].some((use) => use.stance === "supports");
}

export function VerifyForm(props: {
  page: CommitmentPage;
  today: string;
  /** What is chosen at first; what the evidence allows, if nothing is said. */
  verdict?: Verdict;
  onDone: (verdict: Verdict) => void;
  onCancel: () => void;
}) {
  const { page } = props;
  const { t } = useWords();
  const supported = hasSupport(page);
  const act = useAct({
    send: (run, values) =>
      run("VerifyResult", {
        commitment: page.id,
        verdict: asText(values.verdict) as Verdict,
        reason: orNull(values.reason),
        on: orNull(values.on),
        by: orNull(values.by),
      }),
    said: (_, values) => t(`done.${asText(values.verdict) as Verdict}`, { ref: page.ref }),
    onDone: (_, __, values) => props.onDone(asText(values.verdict) as Verdict),
  });
  return (
    <Form
      id={`${props.verdict ?? "verify"} ${page.id}`}
      title={t(props.verdict === "returned" ? "verify.returnTitle" : "verify.title")}
      intro={
        <ul className="checks">
          <li data-ok={page.status === "reported_implemented"}>
            {page.status === "reported_implemented"
              ? t("verify.reported")
              : t("verify.notReported", { status: t(`status.${page.status}`) })}
          </li>
          <li data-ok={supported}>{supported ? t("verify.supported") : t("verify.unsupported")}</li>
        </ul>
      }
      submit={t(props.verdict === "returned" ? "verify.returnSubmit" : "verify.submit")}
      initial={{
        verdict: props.verdict ?? (supported ? "verified" : "returned"),
        reason: "",
        on: props.today,
        by: "",
      }}
      fields={(values) => {
        const verdict = asText(values.verdict);
        return [
          {
            name: "verdict",
            kind: "few",
            label: t("verify.verdict"),
            when: props.verdict === undefined,
            options: verdicts.map((id) => ({ id, label: t(`verdict.${id}`) })),
          },
          {
            name: "reason",
            kind: "long",
            rows: 2,
            label: verdict === "verified" ? t("verify.note") : t("verify.reason"),
            required: verdict !== "verified",
          },
          { name: "on", kind: "day", label: t("verify.on"), half: true },
          { name: "by", kind: "text", label: t("verify.by"), half: true },
        ];
      }}
      {...act}
      onCancel={props.onCancel}
    />
  );
}
