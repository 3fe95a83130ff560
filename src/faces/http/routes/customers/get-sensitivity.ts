import { z } from 'zod';
import { valueSensitivity } from '../../../../app/value-sensitivity.ts';
import { defineRoute } from '../../define-route.ts';
import { mostCustomers } from './get-customers.ts';
import { componentName, count, last, named, valueShortfall } from './parts.ts';

const change = z.strictObject({
  component: componentName,
  change: z.enum(['dropped', 'doubled']),
  overlap: z.number(),
  enter: z.array(named),
  leave: z.array(named),
});

const sensitivity = z
  .strictObject({
    kind: z.literal('value-sensitivity'),
    snapshot: z.string(),
    draws: count,
    seed: z.number(),
    overlap: z.number().describe('Mean share of the top third that stays when the weights move.'),
    core: count.describe('Customers of the top third in at least 90% of the draws.'),
    shares: z.array(z.strictObject({ accountId: z.string(), bestShare: z.number() })),
    changes: z.array(change),
  })
  .meta({ id: 'ValueSensitivity' });

const shortfall = z.strictObject({ kind: z.literal('no-sensitivity'), why: valueShortfall });

/** `GET /customers/sensitivity`: how the top third moves with the weights kept. */
export const getSensitivity = defineRoute({
  method: 'get',
  path: '/customers/sensitivity',
  operationId: 'getSensitivity',
  summary: 'How much of the top third rests on the weights: in 500 reweightings, and component by component',
  tag: 'Customers',
  query: z.strictObject({ last }),
  response: z.union([sensitivity, shortfall]),
  handle: async ({ workspace, asOf }, { query }) => {
    const request = { asOf: asOf(), last: query.last ?? null, seed: null, most: mostCustomers };
    const found = await valueSensitivity(workspace, request);
    if (found.kind === 'value-sensitivity') return found;
    const { snapshot: _, ...why } = found;
    return { kind: 'no-sensitivity' as const, why };
  },
});
