import { z } from 'zod';
import { describeData } from '../../../../app/describe-data.ts';
import { defineRoute } from '../../define-route.ts';
import { fieldKindSchema, fileKindSchema, tableSchema } from '../../schemas/index.ts';
import { rowsSchema } from '../jobs/index.ts';
import { joinSchema, sourceAbsenceSchema } from './absence-schema.ts';

const count = z.number().int().min(0);

const sourceSchema = z
  .strictObject({
    name: z.string(),
    as: fileKindSchema,
    importedAt: z.string(),
    observedOn: z.string().nullable().describe('The day on which the file was true.'),
    rows: rowsSchema,
    duplicates: count,
    columns: z.strictObject({ kept: count, leftOut: count }),
    joins: z.array(joinSchema),
    found: z.strictObject({ from: z.string(), added: count, gone: count }).nullable(),
    original: z.boolean().describe('The uploaded file is kept, so that a correction can read it again.'),
    rates: z.boolean(),
  })
  .meta({ id: 'DataSource' });

const dataSchema = z
  .strictObject({
    kind: z.literal('data'),
    snapshot: z.string().nullable(),
    sources: z.array(sourceSchema),
    tables: z.array(z.strictObject({ table: tableSchema, rows: count, fields: count })),
    absences: z.array(sourceAbsenceSchema),
    fields: z.array(
      z
        .strictObject({
          table: tableSchema,
          name: z.string(),
          label: z.string(),
          kind: fieldKindSchema,
          custom: z.boolean(),
        })
        .meta({ id: 'KnownField' }),
    ),
    changes: z
      .array(z.strictObject({ id: z.number().int(), at: z.string(), what: z.string() }))
      .describe('Newest first: the first is what undo takes back.'),
  })
  .meta({ id: 'DataOverview' });

/** `GET /data`: what the data are made of. */
export const getData = defineRoute({
  method: 'get',
  path: '/data',
  operationId: 'getData',
  summary: 'The files that the data come from, their days, how they joined, and the newest changes',
  tag: 'Data',
  response: dataSchema,
  handle: async ({ workspace }) => describeData(workspace),
});
