// A component whose code comes when it is first shown, or before, when the window has nothing else to do: the first
// screen carries only what it shows. Once there it is drawn at once, as if it had been there from the start.
import { type ComponentType, type ReactNode, Suspense, use, useState } from "react";
import { useAwaited } from "../keys/held";

type Begin = () => Promise<unknown>;
const all: Begin[] = [];

function Awaited({ children }: { children: ReactNode }) {
  useAwaited(true);
  return children;
}

/** `load` answers the component; `waiting` stands in its place for the moment until it is there. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): ComponentType<P> {
  let there: ComponentType<P> | undefined;
  let coming: Promise<ComponentType<P>> | undefined;
  const begin = () => {
    coming ??= load().then((component) => {
      there = component;
      return component;
    });
    return coming;
  };
  all.push(begin);
  function Coming(props: P) {
    const Component = use(begin());
    return <Component {...props} />;
  }
  return function Later(props: P) {
    // Decided once: what is on the screen must not be made anew when its code has come.
    const [Component] = useState(() => there);
    if (Component) return <Component {...props} />;
    return (
      <Suspense fallback={<Awaited>{waiting}</Awaited>}>
        <Coming {...props} />
      </Suspense>
    );
  };
}

/** Fetches, one after the other, the code of all that is shown later. */
export async function loadRest(): Promise<void> {
  for (const begin of all) await begin();
}
