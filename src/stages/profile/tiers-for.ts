import type { Profile } from './types.ts';

/**
 * Tier limits for a card that names none: A from three quarters of the attainable points, B from half, C from a
 * quarter, each rounded up and at least one point apart. More attainable points never lower a limit. A card with
 * under three attainable points reaches no A: it knows too little to call an account ideal.
 *
 * @example
 * tiersFor(12); // { A: 9, B: 6, C: 3 }
 */
export function tiersFor(attainable: number): Profile['tiers'] {
  const C = Math.max(1, Math.ceil(attainable / 4));
  const B = Math.max(C + 1, Math.ceil(attainable / 2));
  const A = Math.max(B + 1, Math.ceil((attainable * 3) / 4));
  return { A, B, C };
}
