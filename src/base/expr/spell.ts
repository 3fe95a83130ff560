import { foldText } from './fold-text.ts';

/** All spellings that are alike after folding, in their order; the written text itself when none is. */
export function spell(written: string, spellings: readonly string[]): readonly string[] {
  const folded = foldText(written);
  const found = spellings.filter((spelling) => foldText(spelling) === folded);
  return found.length === 0 ? [written] : [...new Set(found)];
}

/** Whether a scope alike one of these is covered for every account. */
export function isCoveredEverywhere(scopes: readonly string[], everywhere: ReadonlySet<string>): boolean {
  const folded = new Set([...everywhere].map(foldText));
  return scopes.some((scope) => folded.has(foldText(scope)));
}
