import { type Declared, layOut } from './grain.ts';
import { createSearch, familyOf, openRound, type SearchPlan } from './round.ts';
import type { Found } from './run-round.ts';
import type { Sample } from './sample.ts';
import { worthTesting } from './search-fields.ts';

/** The strongest condition of each column of one family, without permutations. */
export function strongestOf(
  sample: Sample,
  plan: SearchPlan,
  wanted: { readonly family: 'declared' | 'searched'; readonly hypotheses: readonly Declared[] },
): readonly Found[] {
  const grains = layOut(sample, wanted.hypotheses)
    .map((grain) => ({
      ...grain,
      columns: worthTesting(sample, grain.columns).filter((column) => familyOf(column) === wanted.family),
    }))
    .filter((grain) => grain.columns.length > 0);
  return openRound(createSearch(sample, plan), grains, null).found.filter((f) => f !== null);
}
