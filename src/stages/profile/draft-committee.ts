import { foldText } from '../../base/expr/index.ts';
import type { CommitteeFigure, RoleFact } from './types.ts';

const MOST_FIGURES = 5;
const MOST_TITLES = 4;

/**
 * Committee figures of a draft: the roles found at most accounts, with their commonest titles. What each cares
 * about, the angle and the channel stay open: data about titles does not know them.
 */
export function draftCommittee(people: readonly RoleFact[]): readonly CommitteeFigure[] {
  const roles = new Map<string, RoleFact[]>();
  for (const fact of people) {
    if (fact.role === null) continue;
    const key = foldText(fact.role);
    roles.set(key, [...(roles.get(key) ?? []), fact]);
  }
  return [...roles.values()]
    .sort((left, right) => accountsOf(right) - accountsOf(left))
    .slice(0, MOST_FIGURES)
    .map((facts) => ({
      role: facts[0]!.role!,
      titles: commonTitles(facts),
      caresAbout: null,
      angle: null,
      channel: null,
    }));
}

/** The commonest titles of these people, most accounts first. */
export function commonTitles(people: readonly RoleFact[]): readonly string[] {
  const titles = new Map<string, { title: string; accounts: number }>();
  for (const { title, accounts } of people) {
    if (title === null) continue;
    const seen = titles.get(foldText(title));
    titles.set(foldText(title), { title: seen?.title ?? title, accounts: accounts + (seen?.accounts ?? 0) });
  }
  return [...titles.values()]
    .sort((left, right) => right.accounts - left.accounts)
    .slice(0, MOST_TITLES)
    .map(({ title }) => title);
}

function accountsOf(facts: readonly RoleFact[]): number {
  return facts.reduce((sum, { accounts }) => sum + accounts, 0);
}
