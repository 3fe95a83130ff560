import { z } from 'zod';
import { addPatternToPage } from '../../../../app/add-pattern-to-page.ts';
import { defineRoute } from '../../define-route.ts';
import { conditionSchema } from '../../schemas/index.ts';
import { contrast } from './parts.ts';

const line = z
  .strictObject({
    place: z.enum(['fit', 'timing', 'evidence', 'anti']),
    condition: conditionSchema,
    points: z.number().nullable(),
  })
  .meta({ id: 'StandingLine' });

const about = {
  profile: z.string(),
  from: z.number().int().describe('The version that the line was added to.'),
  attainable: z.strictObject({ before: z.number(), after: z.number() }),
  tiers: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
  saved: z
    .strictObject({ version: z.number().int(), published: z.boolean(), changed: z.boolean() })
    .nullable()
    .describe('The version it was kept as; null when it was not.'),
};

const added = z
  .union([
    z.strictObject({ kind: z.literal('added'), line, replaced: z.array(line), ...about }),
    z.strictObject({ kind: z.literal('already-there'), line, ...about }),
    z.strictObject({ kind: z.literal('same-subject'), lines: z.array(line), ...about }),
    z.strictObject({ kind: z.literal('no-evidence'), ...about }),
  ])
  .meta({ id: 'AddedPattern' });

const addition = z.union([
  z.strictObject({
    as: z.literal('points'),
    points: z.number().int().min(-5).max(5).nullable().describe('Null: those of the rubric.'),
    replace: z.boolean().describe('Takes the place of lines that ask about the same.'),
  }),
  z.strictObject({
    as: z.literal('anti'),
    because: z.string().trim().min(1).max(500),
    replace: z.boolean(),
  }),
]);

/** `POST /patterns/{id}/line`: puts a pattern on the page. */
export const addPattern = defineRoute({
  method: 'post',
  path: '/patterns/{id}/line',
  operationId: 'addPattern',
  summary: 'Adds a pattern to the page as a new version, with its evidence; or as an anti line with a reason',
  tag: 'Patterns',
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({
    contrast: contrast.nullable(),
    profile: z.string().nullable().describe('Null: the one published last.'),
    addition,
  }),
  response: added,
  handle: async ({ workspace, asOf, by, now }, { params, body }) =>
    addPatternToPage(workspace, {
      pattern: params.id,
      contrast: body.contrast,
      addition: body.addition,
      profile: body.profile,
      asOf: asOf(),
      save: true,
      by,
      why: null,
      at: now(),
    }),
});
