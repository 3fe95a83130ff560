import type { Standing, Tier } from '../scorecard/index.ts';
import type { TimingClass } from '../signals/index.ts';
import type { Play } from './types.ts';

/** What to do with an account: A and hot is called today, other A get a careful message, B and C a sequence. */
export function playOf(standing: Standing, tier: Tier | null, timing: TimingClass): Play {
  if (standing !== 'scored' || tier === null || tier === 'D') return 'out';
  if (tier === 'A') return timing === 'hot' ? 'call today' : 'careful';
  return 'sequence';
}
