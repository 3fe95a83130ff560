import { z } from 'zod';

/** A whole number from zero on. */
export const count = z.number().int().min(0);

/** The tiers of fit, the best first. */
export const tier = z.enum(['A', 'B', 'C', 'D']);

/** The classes of timing. */
export const timing = z.enum(['hot', 'warm', 'cold', 'unknown']);

/** What to do with an account. */
export const play = z.enum(['call today', 'careful', 'sequence', 'out']);

/** Where an account stands against the card. */
export const standing = z.enum(['scored', 'disqualified', 'outside-market']);

/** Where the tiers begin. */
export const tierCuts = z.strictObject({ A: z.number(), B: z.number(), C: z.number() });

/** A count for every tier. */
export const perTier = z.strictObject({ A: count, B: count, C: count, D: count });

/** Where the timing classes begin. */
export const timingCuts = z.strictObject({ hot: z.number(), warm: z.number() });

/** A rate from 0 to 1 with its 90% interval. */
export const rate = z.strictObject({ rate: z.number(), low: z.number(), high: z.number() });

/** How many accounts stand where. */
export const standingCounts = {
  accounts: count,
  tiers: perTier,
  disqualified: count,
  outsideMarket: count,
  needsData: count.describe('Scored accounts whose tier depends on something unknown.'),
  callToday: count.describe('Tier A and hot.'),
};

/** Nothing was scored with this page, these data and this day. */
export const notScored = z.strictObject({ kind: z.literal('not-scored') });

/** Which page to read the list with; left out, the published one. */
export const cardQuery = {
  profile: z.string().optional().describe('Name of the profile; left out, the one published last.'),
  version: z.coerce.number().int().min(1).optional(),
};
