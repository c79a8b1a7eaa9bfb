// A door for component tests: answers what a test says it answers, and keeps what was asked. Refuses everything else.
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { newClient } from "../src/queries/client";
import { Doors } from "../src/queries/door";
import type { Args, Call, Host, Name, Reply } from "../src/queries/types";
import { type WidgetWords, WidgetWordsProvider } from "../src/shared/words";
import { Words } from "../src/strings";
import en from "../src/strings/en.json";

export type Answers = { [N in Name]?: (args: Args<N>) => Reply<N> };
type Asked = { name: Name; args: unknown };

export function fakeHost(answers: Answers): { host: Host; asked: Asked[] } {
  const asked: Asked[] = [];
  const call: Call = async (name, args) => {
    asked.push({ name, args });
    const answer = answers[name] as ((args: unknown) => never) | undefined;
    if (!answer) throw { code: "unknown", message: `The test does not answer ${name}.`, detail: null };
    return { reply: answer(args), entry: 2, kinds: [], ids: [] };
  };
  const stop = () => () => {};
  const shell: Host["shell"] = {
    pickFile: async () => ({ grant: "g1", name: "minutes.pdf", bytes: 1200 }),
    pickSave: async () => null,
    onDropped: stop,
    onDrag: stop,
    stage: async (file) => ({ grant: "g2", name: file.name, bytes: file.size }),
    takeLaunchFile: async () => null,
    keeper: async () => ({ read: () => null, write: () => {} }),
    newWindow: async () => {},
    reveal: async () => {},
    mail: async () => {},
    setTitle: async () => {},
    notify: async () => {},
    setMenu: async () => {},
    onMenu: stop,
  };
  return { host: { call, shell }, asked };
}

const widgetWords: WidgetWords = {
  cancel: "Cancel",
  close: "Close",
  required: "This is needed.",
  calendar: "Choose a day",
  choose: "Choose…",
  remove: "Remove",
  noneFound: "Nothing found.",
  searching: "Searching",
  typeToSearch: "Type",
  draft: "Typed before.",
  discard: "Start afresh",
  saving: "Saving",
  showChoices: "Show the choices",
  refused: "Refused",
  showAll: "Show all",
  picture: "Pasted picture",
  more: "More",
  stopped: "Stopped",
  again: "Ask again",
  draftLost: (names) => `Add ${names} again.`,
};

export function show(content: ReactNode, host: Host = fakeHost({}).host) {
  return render(
    <Words locale="en-GB" messages={en}>
      <I18nProvider locale="en-GB">
        <QueryClientProvider client={newClient()}>
          <Doors host={host} asOf={null}>
            <WidgetWordsProvider value={widgetWords}>{content}</WidgetWordsProvider>
          </Doors>
        </QueryClientProvider>
      </I18nProvider>
    </Words>,
  );
}

/** What axe finds, as lines; colours cannot be judged in jsdom. */
export async function faults(container: Element): Promise<string[]> {
  const found = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" ")}`);
}
