import { z } from 'zod';
import type { NewJob } from '../../../../app/jobs/index.ts';
import { nothingAsked } from '../../../../app/scorecard/index.ts';

const contrast = z
  .enum(['best-rest', 'won-lost', 'churned-kept', 'customers-market'])
  .nullable()
  .default(null);
const day = z.iso.date().nullable().default(null);
const groups = {
  contrast: contrast.describe(
    'Null takes best against rest, or won against lost where there are only deals.',
  ),
  last: z.number().int().min(1).nullable().default(null).describe('Only the customers who started last.'),
  since: day,
  until: day,
};
const profile = z.string().nullable().default(null).describe('Null takes the current page.');

/** Long work other than bringing files in, as a client asks for it. */
export const askedJobSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('discover'), ...groups }),
    z.strictObject({
      kind: z.literal('draft'),
      ...groups,
      name: z.string().min(1).describe('What to call the page.'),
      of: z.enum(['company', 'person']).default('company'),
      publish: z.boolean().default(false),
    }),
    z.strictObject({
      kind: z.literal('score'),
      profile,
      version: z.number().int().min(1).nullable().default(null),
      include: z.array(z.enum(['customers', 'open-deals', 'recently-lost'])).default([]),
    }),
    z.strictObject({
      kind: z.literal('learn'),
      ...groups,
      profile,
      save: z.number().int().min(1).nullable().default(null).describe('Which card to keep as a new version.'),
    }),
    z.strictObject({ kind: z.literal('sample') }),
  ])
  .meta({ id: 'AskedJob' });

/** The job with all that its use case needs. */
export function askedJob(
  asked: z.infer<typeof askedJobSchema>,
  { asOf, by }: { readonly asOf: string; readonly by: string },
): NewJob {
  const common = { asOf, seed: null, permutations: null };
  switch (asked.kind) {
    case 'discover': {
      const { kind, ...request } = asked;
      return { kind, request: { ...common, ...request, breadth: true } };
    }
    case 'draft': {
      const { kind, of, ...request } = asked;
      return { kind, request: { ...common, ...request, kind: of, by, why: null } };
    }
    case 'score': {
      const { kind, ...request } = asked;
      return { kind, request: { ...request, asOf } };
    }
    case 'learn': {
      const { kind, ...request } = asked;
      return { kind, request: { ...nothingAsked, seed: null, why: null, ...request, asOf, by } };
    }
    case 'sample':
      return { kind: 'sample', request: { by } };
  }
}
