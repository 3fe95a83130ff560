import type { Reading } from './reading.ts';
import type { Profile } from './types.ts';

/** Timing points from which an account is hot or warm when the page names none. */
export const defaultTimingTiers: Profile['timingTiers'] = { hot: 2, warm: 0.5 };

/** Reads `tiers`: the fewest points of A, B and C, falling; null when the page names none. */
export function readTiers(reading: Reading, value: unknown): Profile['tiers'] | null {
  if (value === undefined || value === null) return null;
  const tiers = reading.record(value, ['tiers'], ['A', 'B', 'C']);
  if (tiers === null) return null;
  const A = reading.number(tiers.A, ['tiers', 'A']);
  const B = reading.number(tiers.B, ['tiers', 'B']);
  const C = reading.number(tiers.C, ['tiers', 'C']);
  if (A === null || B === null || C === null) return null;
  if (A > B && B > C) return { A, B, C };
  return reading.problem(['tiers'], `must fall from A to C, found A ${A}, B ${B}, C ${C}`);
}

/** Reads `timing_tiers`: the fewest timing points of hot and warm, falling, above zero. */
export function readTimingTiers(reading: Reading, value: unknown): Profile['timingTiers'] {
  if (value === undefined || value === null) return defaultTimingTiers;
  const tiers = reading.record(value, ['timing_tiers'], ['hot', 'warm']);
  const hot = tiers === null ? null : reading.number(tiers.hot, ['timing_tiers', 'hot']);
  const warm = tiers === null ? null : reading.number(tiers.warm, ['timing_tiers', 'warm']);
  if (hot === null || warm === null) return defaultTimingTiers;
  if (hot <= warm || warm <= 0)
    reading.problem(['timing_tiers'], `must fall from hot to warm, above 0; found hot ${hot}, warm ${warm}`);
  return { hot, warm };
}
