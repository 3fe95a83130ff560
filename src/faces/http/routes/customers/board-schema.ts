import { z } from 'zod';
import { judgementSchema } from '../../schemas/index.ts';
import { componentName, count, named, valueShortfall, weights } from './parts.ts';

const component = z
  .strictObject({
    name: componentName,
    label: z.string(),
    orientation: z.enum(['high', 'low']),
    weight: z.number(),
    defaultWeight: z.number(),
    given: z.boolean().describe('A person gave the weight.'),
    standsFor: count.nullable().describe('Place of the component that says the same where it is known.'),
    known: count,
    spread: z.number().describe('Standard deviation of its percentiles.'),
    leftOut: z
      .enum(['weight-zero', 'only-when-asked', 'unknown', 'rarely-known', 'constant', 'said-by-another'])
      .nullable()
      .describe('Why it does not count; null: it does.'),
    method: z.string(),
  })
  .meta({ id: 'ValueComponent' });

const row = z
  .strictObject({
    accountId: z.string(),
    name: z.string().nullable(),
    startedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    value: z.number().nullable(),
    rank: count.nullable(),
    best: z.boolean(),
    coverage: z.number(),
    raw: z.array(z.number().nullable()).describe('In the order of the components.'),
    percentiles: z.array(z.number().nullable()).describe('In the order of the components; high is good.'),
    said: z.array(judgementSchema),
  })
  .meta({ id: 'CustomerRow' });

const moved = z.strictObject({ total: count, first: z.array(named) });

/** The customers with all that their ranking is made of. */
export const boardSchema = z
  .strictObject({
    kind: z.literal('value-board'),
    snapshot: z.string(),
    asOf: z.string(),
    last: z.number().nullable(),
    components: z.array(component),
    rows: z.array(row),
    whole: z
      .boolean()
      .describe('All customers are among the rows, so that other weights can be tried on them.'),
    customers: count,
    ranked: count,
    best: z.strictObject({ n: count, of: count, cut: z.number() }).nullable(),
    shortfall: valueShortfall.nullable(),
    kept: weights,
    change: z
      .strictObject({ stay: count, overlap: z.number(), enter: moved, leave: moved })
      .nullable()
      .describe('Against the weights kept; null where nothing else is tried.'),
    weightingsTried: count,
    warnings: z.array(z.string()),
  })
  .meta({ id: 'ValueBoard' });
