import { z } from 'zod';
import { pageVocabulary } from '../../../../app/page-vocabulary.ts';
import { defineRoute } from '../../define-route.ts';
import { fieldKindSchema, layerSchema } from '../../schemas/index.ts';

const end = z.union([z.string(), z.number(), z.boolean()]);

/** `GET /profile/vocabulary`: what lines can ask about. */
export const getVocabulary = defineRoute({
  method: 'get',
  path: '/profile/vocabulary',
  operationId: 'getVocabulary',
  summary: 'Fields with their values, tools and signals that lines of the page can ask about',
  tag: 'Profile',
  response: z
    .strictObject({
      kind: z.literal('vocabulary'),
      fields: z.array(
        z.strictObject({
          name: z.string(),
          label: z.string(),
          kind: fieldKindSchema,
          layer: layerSchema,
          unit: z.string().nullable(),
          range: z.strictObject({ low: end, high: end }).nullable(),
          values: z.array(z.string()).describe('The commonest.'),
          searchable: z.boolean().nullable(),
        }),
      ),
      technologies: z.array(z.string()),
      categories: z.array(z.string()),
      abouts: z.array(z.string()),
    })
    .meta({ id: 'Vocabulary' }),
  handle: async ({ workspace }) => pageVocabulary(workspace),
});
