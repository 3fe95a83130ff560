/** What the list can be ordered by. */
export const sorts = [
  'rank',
  'name',
  'domain',
  'industry',
  'country',
  'owner',
  'tier',
  'fit',
  'fit_max',
  'timing',
  'play',
  'best_contact',
] as const;

/** One of `sorts`. */
export type Sort = (typeof sorts)[number];

const tiers = ['A', 'B', 'C', 'D'] as const;
const timings = ['hot', 'warm', 'cold', 'unknown'] as const;
const plays = ['call today', 'careful', 'sequence', 'out'] as const;
const standings = ['scored', 'disqualified', 'outside-market'] as const;

/** What of the page stands in its address; what is left out asks nothing. */
export interface AccountsSearch {
  readonly q?: string;
  readonly tier?: readonly (typeof tiers)[number][];
  readonly timing?: readonly (typeof timings)[number][];
  readonly play?: readonly (typeof plays)[number][];
  readonly standing?: readonly (typeof standings)[number][];
  /** An empty text stands for accounts of which it is not known. */
  readonly owner?: readonly string[];
  readonly country?: readonly string[];
  readonly industry?: readonly string[];
  /** Only accounts whose tier depends on something unknown. */
  readonly unsettled?: true;
  readonly sort?: Sort;
  readonly desc?: true;
  /** The account whose drawer is open. */
  readonly account?: string;
  /** The points of the lines are open for change. */
  readonly points?: true;
}

/** Reads the address; what it does not know is left out. */
export function accountsSearch(given: Record<string, unknown>): AccountsSearch {
  const search = {
    q: textOf(given.q),
    tier: someOf(given.tier, tiers),
    timing: someOf(given.timing, timings),
    play: someOf(given.play, plays),
    standing: someOf(given.standing, standings),
    owner: textsOf(given.owner),
    country: textsOf(given.country),
    industry: textsOf(given.industry),
    unsettled: flagOf(given.unsettled),
    sort: sorts.find((sort) => sort === given.sort),
    desc: flagOf(given.desc),
    account: textOf(given.account),
    points: flagOf(given.points),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

function textOf(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' && given !== '' ? given : undefined;
}

function flagOf(given: unknown): true | undefined {
  return given === true || given === 'true' || given === 1 ? true : undefined;
}

function textsOf(given: unknown): readonly string[] | undefined {
  const listed = (Array.isArray(given) ? given : [given]).filter(
    (value): value is string | number => typeof value === 'string' || typeof value === 'number',
  );
  return listed.length === 0 ? undefined : [...new Set(listed.map(String))];
}

function someOf<T extends string>(given: unknown, known: readonly T[]): readonly T[] | undefined {
  const listed = textsOf(given) ?? [];
  const some = known.filter((value) => listed.includes(value));
  return some.length === 0 ? undefined : some;
}
