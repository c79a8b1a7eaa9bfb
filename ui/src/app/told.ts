// What a list fetches for something that one does with its rows: a refusal is told at the foot, and nothing more is done.
import { asRefusal } from "../ipc/door";
import { say } from "../shared/ui/announce";

/** The answer; null where it was refused. What a person stopped is told by that. */
export async function told<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (reason) {
    const refusal = asRefusal(reason);
    if (refusal.code !== "cancelled") say(refusal.message);
    return null;
  }
}
