// Puts a commitment off: the desk flags it for a day, and reviews pass over it till then. One press of a number does it;
// Enter takes what was taken last.
import { type Ref, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { useAct } from "../../queries/act";
import type { CommitmentPage } from "../../queries/types";
import { Form } from "../../shared/form/Form";
import { asText, dropDraft } from "../../shared/form/values";
import { keep, kept } from "../../shared/kept";
import { keyed } from "../../shared/keys/keyed";
import { useWords } from "../../strings/words";
import { choices, dayOf, isChoice, OTHER } from "./later";

const LAST = "ask-again";

function lastChoice(): string {
  const last = kept(LAST);
  return last !== null && isChoice(last) ? last : "two_weeks";
}

export function AskAgainForm(props: {
  page: CommitmentPage;
  today: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { page, today } = props;
  const words = useWords();
  const { t } = words;
  const [first] = useState(lastChoice);
  const id = `ask again ${page.id}`;
  const flag = page.desk.flag;
  const act = useAct({
    send: (run, values) => {
      const choice = asText(values.choice);
      keep(LAST, choice === OTHER ? null : choice);
      const on = dayOf(choice, today) ?? asText(values.on);
      return run("SetFlag", { item: page.id, on, why: flag?.why ?? null });
    },
    said: (_, values) =>
      t("done.putOff", {
        ref: page.ref,
        day: words.day(dayOf(asText(values.choice), today) ?? asText(values.on)),
      }),
    onDone: () => {
      dropDraft(id);
      props.onDone();
    },
  });
  return (
    <Form
      id={id}
      title={t("askAgain.title")}
      intro={<p className="form-intro">{t("askAgain.intro")}</p>}
      submit={t("askAgain.submit")}
      initial={{ choice: first, on: flag && flag.on > today ? flag.on : "" }}
      fields={(values) => [
        {
          name: "choice",
          kind: "own",
          label: t("askAgain.when"),
          render: (own) => (
            <Choices
              value={asText(own.value)}
              today={today}
              onChange={own.onChange}
              onTake={(choice) => void act.onSubmit({ ...values, choice })}
            />
          ),
        },
        {
          name: "on",
          kind: "day",
          label: t("askAgain.day"),
          required: asText(values.choice) === OTHER,
          when: asText(values.choice) === OTHER,
        },
      ]}
      {...act}
      onCancel={props.onCancel}
    />
  );
}

function Choices(props: {
  value: string;
  today: string;
  onChange: (choice: string) => void;
  /** Chosen by its number: done. */
  onTake: (choice: string) => void;
}) {
  const { t, day } = useWords();
  const all = [...choices.map(({ id }) => id), OTHER];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the group inside, beside its own.
    <div
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const choice = all[Number(event.key) - 1];
        if (event.key === "Enter") event.currentTarget.closest("form")?.requestSubmit();
        else if (choice === OTHER) props.onChange(OTHER);
        else if (choice !== undefined) props.onTake(choice);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <RadioGroup
        className="field later"
        value={props.value}
        onChange={props.onChange}
        aria-label={t("askAgain.when")}
      >
        {all.map((id, i) => {
          const on = dayOf(id, props.today);
          return (
            <Radio
              key={id}
              value={id}
              className="later-choice"
              autoFocus={props.value === id}
              inputRef={keyed(String(i + 1)) as Ref<HTMLInputElement>}
            >
              <span className="caps" aria-hidden="true">
                <kbd>{i + 1}</kbd>
              </span>
              <span>{t(`askAgain.in.${id as "week"}`)}</span>
              {on && <span className="quiet">{day(on)}</span>}
            </Radio>
          );
        })}
      </RadioGroup>
    </div>
  );
}
