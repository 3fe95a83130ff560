import type { LineShortfall } from './types.ts';

/** Fewer have no third worth the name: one customer more or less would change it. */
const NEEDED_CUSTOMERS = 8;

/** Too few customers, in all or with enough known; null when there are enough. */
export function tooFewCustomers(ranked: number, of: number): LineShortfall | null {
  if (ranked >= NEEDED_CUSTOMERS) return null;
  const why =
    of < NEEDED_CUSTOMERS
      ? `A top third needs at least ${NEEDED_CUSTOMERS} customers; there are ${of}.`
      : `A top third needs at least ${NEEDED_CUSTOMERS} customers with half of their value known; ${ranked} of ${of} have that.`;
  return { kind: 'too-few-customers', needed: NEEDED_CUSTOMERS, found: ranked, why };
}
