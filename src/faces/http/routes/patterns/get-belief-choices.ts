import { z } from 'zod';
import { beliefChoices } from '../../../../app/belief-choices.ts';
import { defineRoute } from '../../define-route.ts';
import { fieldKindSchema, layerSchema } from '../../schemas/index.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const choices = z
  .strictObject({
    kind: z.literal('belief-choices'),
    snapshot: z.string(),
    fields: z.array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        isOwn: z.boolean().describe('The label is one of a file or of a person.'),
        layer: layerSchema,
        kind: fieldKindSchema,
        unit: z.string().nullable(),
        values: z.array(z.string()),
        range: z.strictObject({ low: scalar, high: scalar }).nullable(),
      }),
    ),
    categories: z.array(z.string()),
    technologies: z.array(z.string()),
    signals: z.array(z.strictObject({ kind: z.string(), abouts: z.array(z.string()) })),
  })
  .meta({ id: 'BeliefChoices' });

/** `GET /beliefs/choices`: what a belief may be about. */
export const getBeliefChoices = defineRoute({
  method: 'get',
  path: '/beliefs/choices',
  operationId: 'getBeliefChoices',
  summary: 'Fields, tools and signals that a belief may be about; nothing in it says how the best differ',
  tag: 'Patterns',
  response: choices,
  handle: async ({ workspace, asOf }) => beliefChoices(workspace, { asOf: asOf() }),
});
