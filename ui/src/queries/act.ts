// What every form does when it is submitted: sends one edit, says what was done, closes. Gives a Form its props for that.
import type { Outcome } from "../ipc/commands";
import type { Values } from "../shared/form/values";
import { say } from "../shared/ui/announce";
import { type Run, useEdit } from "./door";

/** `send` answers null where nothing is to be sent: the form closes without a word. */
export function useAct<R>(act: {
  send: (run: Run, values: Values) => Promise<Outcome<R>> | null;
  said: (reply: R, values: Values) => string;
  /** `again`: saved in order to go on with the next. */
  onDone: (reply: R | undefined, again: boolean, values: Values) => void;
}) {
  const edit = useEdit();
  const onSubmit = async (values: Values, again = false): Promise<boolean> => {
    const sent = await edit.attempt(async (run): Promise<{ outcome: Outcome<R> | null }> => {
      return { outcome: (await act.send(run, values)) ?? null };
    });
    if (!sent) return false;
    if (sent.outcome) say(act.said(sent.outcome.reply, values));
    act.onDone(sent.outcome?.reply, again, values);
    return true;
  };
  return { busy: edit.busy, refusal: edit.refusal, onSubmit };
}
