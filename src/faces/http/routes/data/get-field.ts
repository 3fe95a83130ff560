import { z } from 'zod';
import { showField } from '../../../../app/show-field.ts';
import { defineRoute } from '../../define-route.ts';
import { tableSchema } from '../../schemas/index.ts';
import { fieldQualitySchema } from './field-quality-schema.ts';
import { findingSchema } from './finding-schema.ts';

const count = z.number().int().min(0);

const fieldSchema = z
  .strictObject({
    kind: z.literal('field'),
    snapshot: z.string(),
    table: tableSchema,
    field: fieldQualitySchema,
    conversion: z
      .strictObject({
        table: tableSchema,
        field: z.string(),
        to: z.string(),
        converted: count,
        left: count,
        rates: z.strictObject({ first: z.string(), last: z.string() }),
      })
      .nullable(),
    findings: z.array(findingSchema),
  })
  .meta({ id: 'ShownField' });

/** `GET /fields/{table}/{field}`: one field and what was found in it. */
export const getField = defineRoute({
  method: 'get',
  path: '/fields/{table}/{field}',
  operationId: 'getField',
  summary: 'One field: what it holds, how well it is known, what to look at',
  tag: 'Data',
  params: z.strictObject({ table: tableSchema, field: z.string() }),
  response: fieldSchema,
  handle: ({ workspace, asOf }, { params }) => showField(workspace, { ...params, asOf: asOf() }),
});
