import { z } from 'zod';
import { fieldCatalog } from '../../../../app/field-catalog.ts';
import { defineRoute } from '../../define-route.ts';
import { tableSchema } from '../../schemas/index.ts';
import { fieldQualitySchema } from './field-quality-schema.ts';

/** `GET /fields`: every field of every table, and how well it is known. */
export const getFields = defineRoute({
  method: 'get',
  path: '/fields',
  operationId: 'getFields',
  summary: 'Every field of every table: how well it is known, what it holds, when it becomes known',
  tag: 'Data',
  response: z
    .strictObject({
      kind: z.literal('fields'),
      snapshot: z.string().nullable(),
      tables: z.array(
        z.strictObject({
          table: tableSchema,
          rows: z.number().int().min(0),
          fields: z.array(fieldQualitySchema),
        }),
      ),
    })
    .meta({ id: 'FieldCatalog' }),
  handle: async ({ workspace }) => fieldCatalog(workspace),
});
