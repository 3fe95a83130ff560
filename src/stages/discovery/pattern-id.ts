import type { Condition } from '../../base/expr/index.ts';
import { hashSeed } from '../../base/stats/index.ts';

/**
 * A short name for a pattern that stays the same as long as its condition and direction do, on any machine.
 *
 * @example
 * patternId('for', [{ op: 'any', field: 'industry', values: ['clinic'] }]); // 'p-' and seven letters or digits
 */
export function patternId(direction: 'for' | 'against', conditions: readonly Condition[]): string {
  const text = `${direction} ${canonical(conditions)}`;
  return `p-${hashSeed(text).toString(36).padStart(7, '0')}`;
}

/** JSON with sorted keys, so that the order in which a condition was built does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
