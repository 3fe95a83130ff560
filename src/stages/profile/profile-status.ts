import type { FitLine, Profile } from './types.ts';

const LEAST_SUPPORTED = 2;

/**
 * The status that a page has earned: *supported* with two supported fit lines and a validated AUC whose lower 90%
 * bound is over one half (design, section 6); everything else is a hypothesis.
 */
export function profileStatus(fit: readonly FitLine[], aucLow: number | null): Profile['status'] {
  const supported = fit.filter(
    ({ evidence }) => evidence?.verdict === 'supported' || evidence?.verdict === 'confirmed',
  );
  return supported.length >= LEAST_SUPPORTED && aucLow !== null && aucLow > 0.5 ? 'supported' : 'hypothesis';
}
