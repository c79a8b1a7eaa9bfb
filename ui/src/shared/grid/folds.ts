// Which groups of a list are folded: all but some, or only some. No DOM.

export type Fold = { all: boolean; except: readonly string[] };

export const NONE_FOLDED: Fold = { all: false, except: [] };
export const ALL_FOLDED: Fold = { all: true, except: [] };

export function isFolded(fold: Fold, key: string): boolean {
  return fold.all !== fold.except.includes(key);
}

/** Folds or unfolds one group. */
export function withFolded(fold: Fold, key: string, folded: boolean): Fold {
  if (isFolded(fold, key) === folded) return fold;
  const rest = fold.except.filter((one) => one !== key);
  return { all: fold.all, except: rest.length < fold.except.length ? rest : [...fold.except, key] };
}
