// Small pieces that several item pages share: facts, sections, quotes, notices, a short list of items, evidence.
import { type ReactNode, useState } from "react";
import { useWidgetWords } from "../words";
import { Button, GoTo, Press } from "./Button";
import type { Meaning } from "./Mark";

/** Somebody's words: their own direction, cut off from the sentence around them. */
export function Own({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>;
}

export type Fact = { label: string; value: ReactNode } | null | false | undefined;

export function Facts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter((fact): fact is { label: string; value: ReactNode } => Boolean(fact));
  return (
    <dl className="facts">
      {shown.map((fact) => (
        <div key={fact.label} className="fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Part(props: { title: string; note?: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="part">
      <h3>
        {props.title}
        {props.note && <small>{props.note}</small>}
        {props.end && <span className="part-end">{props.end}</span>}
      </h3>
      {props.children}
    </section>
  );
}

const LONG = 2400;

/** Text of any length: what is very long is cut until all of it is asked for. */
export function Text({ children }: { children: string }) {
  const words = useWidgetWords();
  const [all, setAll] = useState(false);
  if (all || children.length <= LONG) return children;
  return (
    <>
      {`${children.slice(0, LONG / 2)}… `}
      <Button small onPress={() => setAll(true)}>
        {words.showAll}
      </Button>
    </>
  );
}

/** `lang`: the language of the words, where it is known. */
export function Quote({ children, lang }: { children: string; lang?: string | null | undefined }) {
  return (
    <blockquote className="quote prose" dir="auto" lang={lang ?? undefined}>
      <Text>{children}</Text>
    </blockquote>
  );
}

export function Tag(
  props: { kind: "draft" | "private" | "late" | "quiet"; children: ReactNode } & Partial<Meaning>,
) {
  return (
    <span className={`tag ${props.kind}`} data-mark={props.mark} title={props.means}>
      {props.children}
    </span>
  );
}

/** A refusal, as the core said it. `onAgain`: it can be asked again, as where another program had the file for a moment. */
export function Problem(props: { message: string | undefined; onAgain?: (() => void) | undefined }) {
  const words = useWidgetWords();
  if (!props.message) return null;
  return (
    <div className="problem" role="alert">
      <span className="problem-sign" role="img" aria-label={words.refused}>
        !
      </span>
      <p dir="auto">{props.message}</p>
      {props.onAgain && <Button onPress={props.onAgain}>{words.again}</Button>}
    </div>
  );
}

export function Wait({ label }: { label: string }) {
  return (
    <p className="wait" role="status">
      <span className="wait-bar" aria-hidden="true" />
      {label}
    </p>
  );
}

/**
 * Says aloud what has changed. The place has to be there before its words, and the words in a block of their own that is
 * new each time (`nth`: also where they are the same): else WebKitGTK tells a screen reader nothing.
 */
export function Aloud(props: { className?: string; nth?: number; children: ReactNode }) {
  const { children, nth } = props;
  return (
    <div className={props.className ?? "unseen"} role="status">
      {children ? <div key={nth ?? String(children)}>{children}</div> : null}
    </div>
  );
}

export function Empty(props: { title?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {props.title && <p className="empty-title">{props.title}</p>}
      {props.children}
    </div>
  );
}

/** In the place of what was not answered because somebody stopped it. */
export function Stopped({ onAgain }: { onAgain: () => void }) {
  const words = useWidgetWords();
  return (
    <Empty title={words.stopped}>
      <Button weight="main" onPress={onAgain}>
        {words.again}
      </Button>
    </Empty>
  );
}

export type Line = {
  id: string;
  refText: string;
  title: string;
  /** The language of the title, where it is known. */
  lang?: string | null;
  end?: ReactNode;
  inset?: boolean;
};

export function Lines(props: { lines: readonly Line[]; onOpen: (id: string) => void }) {
  return (
    <ul className="lines">
      {props.lines.map((line) => (
        <li key={line.id} className={line.inset ? "inset" : undefined}>
          <Press className="line" onPress={() => props.onOpen(line.id)}>
            <span className="ref">
              <Own>{line.refText}</Own>
            </span>
            <span className="own" dir="auto" lang={line.lang ?? undefined}>
              {line.title}
            </span>
            {line.end !== undefined && <span className="line-end">{line.end}</span>}
          </Press>
        </li>
      ))}
    </ul>
  );
}

export function EvidenceCard(props: {
  title: string;
  stance: string;
  against: boolean;
  details: readonly string[];
  onOpen: () => void;
  acts?: ReactNode;
}) {
  return (
    <div className="ev">
      <span className={`stance${props.against ? " against" : ""}`}>{props.stance}</span>
      <GoTo onPress={props.onOpen}>
        <Own>{props.title}</Own>
      </GoTo>
      {props.details.length > 0 && (
        <span className="ev-details">
          {props.details.map((detail) => (
            <span key={detail} dir="auto">
              {detail}
            </span>
          ))}
        </span>
      )}
      {props.acts && <span className="ev-acts">{props.acts}</span>}
    </div>
  );
}
