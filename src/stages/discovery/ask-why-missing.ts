import { compareMissing, MISSING_P } from './compare-missing.ts';
import type { Sample } from './sample.ts';
import type { DiscoveryResult } from './types.ts';

/** Share difference from which it matters that a field is filled in more often in one group. */
const NOTABLE = 0.1;

/**
 * Attributes that are filled in more often for one group than chance explains, though not in step with the label: were
 * they filled in because of the sale, what they say is known too late. A person's word settles it.
 */
export function askWhyMissing(sample: Sample): DiscoveryResult['asks'] {
  return sample.fields.flatMap((field) => {
    const settled = field.known === 'before' && field.knownBy === 'user';
    if (settled || field.groups !== undefined || field.kind === 'tool' || field.kind === 'signal') return [];
    const missing = compareMissing(field, sample);
    if (missing === null || missing.gap < NOTABLE || missing.p >= MISSING_P) return [];
    const { best, rest } = missing;
    const why = `${field.label} is filled in for ${best.of - best.n} of ${best.of} against ${rest.of - rest.n} of ${rest.of}, more apart than chance explains: was it filled in before the sale, or because of it?`;
    return [{ field: field.id, label: field.label, why }];
  });
}
