import type { Finding } from './round.ts';
import type { Verdict } from './types.ts';

/** Adjusted p up to which a pattern is supported. */
export const SUPPORTED = 0.05;
/** Field p up to which a field looks better than chance by itself. */
export const SUGGESTIVE = 0.05;

/** Supported, suggestive or none (statistics.md, section 2). */
export function verdictOf(
  { pAdjusted, q, agrees }: Pick<Finding, 'pAdjusted' | 'q' | 'agrees'>,
  maySupport: boolean,
): Verdict {
  if (!agrees) return 'none';
  if (maySupport && pAdjusted <= SUPPORTED) return 'supported';
  return q <= SUGGESTIVE ? 'suggestive' : 'none';
}
