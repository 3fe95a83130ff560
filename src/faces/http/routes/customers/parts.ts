import { z } from 'zod';

/** A whole number from zero on. */
export const count = z.number().int().min(0);

/** The components that a customer's value may have. */
export const componentName = z
  .enum([
    'contract_value',
    'purchase_value',
    'speed_of_close',
    'tenure',
    'satisfaction',
    'support_cost',
    'gross_margin',
    'purchases',
    'referrals',
    'expansion',
    'acquisition_cost',
  ])
  .meta({ id: 'ComponentName' });

/** Weights by component; those that are not given have their defaults. */
export const weights = z.partialRecord(componentName, z.number().min(0));

/** Rank only the customers who started last. */
export const last = z.coerce
  .number()
  .int()
  .min(1)
  .optional()
  .describe('Only the customers who started last.');

/** An account by name. */
export const named = z.strictObject({ accountId: z.string(), name: z.string().nullable() });

/** Why no line is drawn under the best. */
export const valueShortfall = z.union([
  z.strictObject({
    kind: z.literal('too-few-customers'),
    needed: count,
    found: count,
    why: z.string(),
  }),
  z.strictObject({ kind: z.literal('no-components'), reason: z.string() }),
  z.strictObject({ kind: z.literal('no-line'), reason: z.string(), ranked: count }),
]);
