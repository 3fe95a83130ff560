import { z } from 'zod';
import { currentQuality } from '../../../../app/current-quality.ts';
import { defineRoute } from '../../define-route.ts';
import { tableSchema } from '../../schemas/index.ts';
import { fieldQualitySchema } from './field-quality-schema.ts';
import { findingSchema } from './finding-schema.ts';

const count = z.number().int().min(0);

const qualitySchema = z
  .strictObject({
    kind: z.literal('quality'),
    snapshot: z.string().nullable().describe('Null before the first import.'),
    asOf: z.string(),
    quarantine: z.array(
      z.strictObject({
        source: z.string(),
        rows: count,
        repeats: count,
        first: z.array(
          z.strictObject({
            line: count,
            column: z.string().nullable(),
            value: z.string().nullable(),
            reason: z.string(),
          }),
        ),
      }),
    ),
    tables: z.array(z.strictObject({ table: tableSchema, rows: count, fields: z.array(fieldQualitySchema) })),
    findings: z.array(findingSchema).describe('Most severe first.'),
  })
  .meta({ id: 'QualityReport' });

/** `GET /quality`: how well each field is known, and what to look at, each with what mends it; the files are in `GET /data`. */
export const getQuality = defineRoute({
  method: 'get',
  path: '/quality',
  operationId: 'getQuality',
  summary: 'How well each field is known, and what a person should look at, each with what mends it',
  tag: 'Data',
  response: qualitySchema,
  handle: async ({ workspace, asOf }) => currentQuality(workspace, { asOf: asOf() }),
});
