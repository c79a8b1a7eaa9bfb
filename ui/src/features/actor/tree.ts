// Whose account and letter take in what is under the actor: kept while the window is open, so that a page that is come
// back to is as it was left.
export const withTree = new Set<string>();
