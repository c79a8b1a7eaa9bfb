// The frame of every item page: where it stands, its title, its facts, its acts, a form in place, its history. Pages fill
// it; the app gives the slots.
import type { ReactNode } from "react";
import { type Fact, Facts, Text } from "./bits";

/** `sections`: what other features know of the item, after what the page itself shows. */
export type Slots = { acts: ReactNode; form: ReactNode; history: ReactNode; sections?: ReactNode };

export function ItemFrame(props: {
  where: ReactNode;
  title: string;
  /** The language of the title, where it is known. */
  lang?: string | null;
  notice?: ReactNode;
  facts: readonly Fact[];
  slots: Slots;
  children: ReactNode;
}) {
  const { acts, form, history, sections } = props.slots;
  return (
    <>
      <header className="item-head">
        <p className="where">{props.where}</p>
        <h2 dir="auto" className="item-title" lang={props.lang ?? undefined}>
          <Text key={props.title}>{props.title}</Text>
        </h2>
        {props.notice}
        <Facts facts={props.facts} />
      </header>
      <div className="acts">{acts}</div>
      {form && <div className="form-slot">{form}</div>}
      <div className="parts">
        {history ?? (
          <>
            {props.children}
            {sections}
          </>
        )}
      </div>
    </>
  );
}
