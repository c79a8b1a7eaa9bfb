// What the field of a list of choices is given in WebKitGTK. Where such a field names its list (`aria-controls`) and the
// choice that the arrows came to (`aria-activedescendant`), WebKitGTK 2.50 asks the list for that choice, finds none, and
// its process ends (AccessibilityAtspi::activeDescendantChanged), whenever a screen reader runs. Without the name of the
// list it asks the field, and the choice is read out.

/** By what the browser calls itself. */
export const listedIn = (browser: string): { "aria-controls"?: "" } =>
  browser.includes("Linux") && browser.includes("AppleWebKit") && !/Chrome|Android/.test(browser)
    ? { "aria-controls": "" }
    : {};

export const listed = listedIn(navigator.userAgent);
