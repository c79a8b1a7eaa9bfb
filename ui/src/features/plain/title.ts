// The words over a plain form. Apart from the form, because menus and the palette name it long before it is opened.
import type { Words } from "../../strings/words";
import type { PlainName } from "./forms";

/** The test of the table holds that the word is there. */
export const plainTitle = (t: Words["t"], name: PlainName) => t(`plain.title.${name}` as "plain.which");
