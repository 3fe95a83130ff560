import { z } from 'zod';
import { listUnknowns } from '../../../../app/list-unknowns.ts';
import { defineRoute } from '../../define-route.ts';

const count = z.number().int().min(0);
const perTier = z.strictObject({ A: count, B: count, C: count, D: count });
const survival = z.strictObject({ accounts: count, stay: z.number(), share: z.number().nullable() });

const unknownsSchema = z
  .strictObject({
    profile: z.strictObject({ name: z.string(), version: z.number().int() }),
    snapshot: z.string(),
    asOf: z.string(),
    scored: z.enum(['prospects', 'customers']),
    worthKnowing: z.array(
      z.strictObject({
        subject: z.string(),
        unknown: count.describe('Scored accounts of which it is unknown.'),
        depends: count.describe('Of these, those whose tier depends on it.'),
        settles: count.describe('Of these, those whose tier it would settle by itself.'),
      }),
    ),
    ranges: z.strictObject({
      tiers: z.array(
        z.strictObject({
          tier: z.enum(['A', 'B', 'C', 'D']),
          accounts: count,
          settled: count,
          mayRise: count,
          mayFall: count,
        }),
      ),
      atWorst: perTier,
      atBest: perTier,
    }),
    robustness: z.strictObject({
      wrongIndustry: z.strictObject({ share: z.number(), survival: survival.nullable() }),
      missingFields: z.strictObject({ share: z.number(), survival }),
    }),
  })
  .meta({ id: 'Unknowns' });

/** `GET /scorecard/unknowns`: which field to fill in first. */
export const getUnknowns = defineRoute({
  method: 'get',
  path: '/scorecard/unknowns',
  operationId: 'getUnknowns',
  summary: 'What is unknown of the scored accounts, what is worth finding out first, and how firm the top is',
  tag: 'Scorecard',
  response: unknownsSchema,
  handle: ({ workspace, asOf, now }) =>
    listUnknowns(workspace, {
      profile: null,
      version: null,
      include: [],
      asOf: asOf(),
      at: now(),
      onProgress: () => undefined,
    }),
});
