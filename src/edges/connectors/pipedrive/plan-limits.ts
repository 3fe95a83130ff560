import type { ConnectionSettings, RateLimit } from '../records/index.ts';
import { baseTokens, dayLimit, leastBurst, pipedrivePlans } from './pipedrive-settings.ts';

/**
 * The limits of an account: the burst of its plan, and the tokens of a day where the plan (`options.plan`) is known.
 * Seats (`options.seats`) count as one unless said. Without a plan the smallest burst is kept to and no day is known.
 *
 * @example
 * planLimits({ plan: 'growth', seats: '3' }); // burst 40 in 2 seconds, 180,000 tokens a day
 */
export function planLimits(options: ConnectionSettings['options']): readonly RateLimit[] {
  const plan = pipedrivePlans[(options.plan ?? '').trim().toLowerCase()];
  if (plan === undefined) return [leastBurst];
  const seats = Math.max(1, Math.floor(Number(options.seats ?? 1)) || 1);
  return [
    { ...leastBurst, requests: plan.burst },
    { ...dayLimit, requests: baseTokens * plan.times * seats },
  ];
}
