import type { Contrast } from '../../api/generated/types.gen.ts';

/** What of the page stands in its address. */
export interface PatternsSearch {
  /** The two groups; left out, those that the data suggest. */
  readonly contrast?: Contrast | undefined;
  /** The pattern whose customers are open. */
  readonly pattern?: string | undefined;
}

const contrasts: readonly Contrast[] = ['best-rest', 'won-lost', 'churned-kept', 'customers-market'];

/** Reads the address; what it does not know is left out. */
export function patternsSearch(given: Record<string, unknown>): PatternsSearch {
  const contrast = contrasts.find((one) => one === given.contrast);
  return {
    ...(contrast === undefined ? {} : { contrast }),
    ...(typeof given.pattern === 'string' && given.pattern !== '' ? { pattern: given.pattern } : {}),
  };
}
