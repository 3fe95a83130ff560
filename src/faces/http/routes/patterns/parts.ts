import { z } from 'zod';

/** A whole number from zero on. */
export const count = z.number().int().min(0);

/** Two groups that are compared, the one that patterns speak for first. */
export const contrast = z
  .enum(['best-rest', 'won-lost', 'churned-kept', 'customers-market'])
  .meta({ id: 'Contrast' });

/** What one record of the comparison is. */
export const unit = z.enum(['customer', 'deal', 'account']);

/** So many of so many. */
export const of = z.strictObject({ n: count, of: count });

/** Which groups; left out, those that the data suggest. */
export const contrastQuery = contrast.optional().describe('Left out, those that the data suggest.');
