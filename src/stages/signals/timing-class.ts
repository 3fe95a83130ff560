import type { TimingClass, TimingTiers } from './types.ts';

/**
 * The class of an account's timing.
 *
 * @param points rounded sum over the known timing lines; null when no line is known
 */
export function timingClass(points: number | null, tiers: TimingTiers): TimingClass {
  if (points === null) return 'unknown';
  if (points >= tiers.hot) return 'hot';
  return points >= tiers.warm ? 'warm' : 'cold';
}
