// Which heading a form has: the third on the page of an item, the second where it stands alone. Apart from the form, so
// that what places one does not carry its fields.
import { createContext } from "react";

export const FormHeading = createContext<"h2" | "h3">("h3");
