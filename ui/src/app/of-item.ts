// Where a form stands. Apart from the forms themselves, whose code comes later.
import { entryOf } from "../features/plain/forms";
import type { Deed } from "../features/review/run";
import type { OpenForm } from "./view";

/** Forms that make something new stand alone in the pane; the others stand on the page of their item. */
export function isOfItem(form: OpenForm): boolean {
  if (form.command) return entryOf(form.command).on.length > 0;
  return !form.name.startsWith("new-");
}

/** Something was done with a commitment, `again`: to go on with the next. Answers whether it went on itself. */
export type OnDeed = (deed: Deed, again: boolean) => boolean;
