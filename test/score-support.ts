import type { ExprRecord, ResolveContext } from '../src/base/expr/index.ts';
import { readProfile } from '../src/stages/profile/index.ts';
import { type Card, compileCard } from '../src/stages/scorecard/index.ts';

/** A card from the parts of a page as YAML, resolved against data that spells everything like the page. */
export function cardOf(page: string, context: Partial<ResolveContext> = {}): Card {
  return compileCard({
    profile: readProfile(`profile: Test\n${page}`),
    version: 1,
    labelOf: (field) => field,
    context: {
      asOf: '2024-08-31',
      kindOf: () => null,
      spellings: () => [],
      technologies: [],
      abouts: () => [],
      scopes: [],
      coveredEverywhere: new Set(),
      ...context,
    },
  });
}

/** An account of which nothing is known but what is given. */
export function recordOf(known: Partial<ExprRecord>): ExprRecord {
  return {
    values: {},
    currencies: {},
    technologies: [],
    signals: [],
    coverage: [],
    observations: [],
    ...known,
  };
}
