import { hypergeometricMidP } from '../../base/stats/index.ts';
import type { Sample } from './sample.ts';
import type { CandidateField } from './types.ts';
import { widenedP } from './widened-p.ts';

/** Chance, adjusted for the fields, under which missing values are no accident. */
export const MISSING_P = 0.001;

/** How often a field is missing in each group. */
export interface MissingShares {
  readonly best: { readonly n: number; readonly of: number };
  readonly rest: { readonly n: number; readonly of: number };
  /** Difference of the two shares. */
  readonly gap: number;
  /** Its chance, times the number of fields. */
  readonly p: number;
}

/**
 * Compares how often a field is missing among best and rest. Null where nothing is missing, or where it is because another
 * trait is absent.
 */
export function compareMissing(field: CandidateField, sample: Sample): MissingShares | null {
  if (field.conditional === true) return null;
  const missing = Float64Array.from(field.codes, (level) => Number(level < 0));
  const all = missing.reduce((sum, x) => sum + x, 0);
  if (all === 0) return null;
  const ofBest = missing.reduce((sum, x, i) => sum + (sample.label[i] === 1 ? x : 0), 0);
  const best = { n: ofBest, of: sample.best };
  const rest = { n: all - ofBest, of: sample.size - sample.best };
  const drawn = { population: sample.size, successes: best.of, draws: all };
  const upper = hypergeometricMidP(best.n, drawn);
  const lower = hypergeometricMidP(rest.n, { ...drawn, successes: rest.of });
  return {
    best,
    rest,
    gap: Math.abs(best.n / best.of - rest.n / rest.of),
    p: widenedP(2 * Math.min(upper, lower), missing, sample) * sample.fields.length,
  };
}
