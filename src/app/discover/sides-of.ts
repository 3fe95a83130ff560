import type { Contrast } from '../../stages/discovery/index.ts';

const sides: Readonly<Record<Contrast, readonly [string, string]>> = {
  'best-rest': ['best', 'rest'],
  'won-lost': ['won', 'lost'],
  'churned-kept': ['churned', 'kept'],
  'customers-market': ['customers', 'market'],
};

/**
 * What the two groups of a contrast are called, the one that patterns speak for first.
 *
 * @example
 * sidesOf('won-lost'); // ['won', 'lost']
 */
export function sidesOf(contrast: Contrast): readonly [string, string] {
  return sides[contrast];
}
