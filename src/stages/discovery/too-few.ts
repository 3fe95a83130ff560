import { freeRecords, type Sample } from './sample.ts';
import type { DiscoveryShortfall, Unit } from './types.ts';

const NEEDED = 8;
const NEEDED_EACH = 3;

/** Why a sample is too small to compare anything; null when it is not. */
export function tooFew(sample: Sample, unit: Unit): DiscoveryShortfall | null {
  const { best, size, independent } = sample;
  const kind = 'too-few-customers';
  if (independent < NEEDED) {
    const why = `${independent} ${freeRecords(sample, unit)} can be compared; fewer than ${NEEDED} cannot show a pattern.`;
    return { kind, needed: NEEDED, found: independent, why };
  }
  const fewest = Math.min(best, size - best);
  if (fewest >= NEEDED_EACH) return null;
  const why = `${best} of ${size} ${unit}s are in one group and ${size - best} in the other; each needs ${NEEDED_EACH}.`;
  return { kind, needed: NEEDED_EACH, found: fewest, why };
}
