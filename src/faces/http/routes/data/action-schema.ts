import { z } from 'zod';
import { fileKindSchema, tableSchema } from '../../schemas/index.ts';
import { decisionSchema } from './decision-schema.ts';

/** Where one column goes: `table.field`, or `-` to leave it out. */
export const overrideSchema = z
  .strictObject({
    column: z.string(),
    field: z.string(),
    file: z.string().optional().describe('The one source that is meant.'),
  })
  .meta({ id: 'ColumnOverride' });

const place = { table: tableSchema, field: z.string() };

/** What mends a finding. */
export const actionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set-field'), ...place, decision: decisionSchema }),
    z.strictObject({ kind: z.literal('say-currency'), ...place, suggested: z.string().nullable() }),
    z.strictObject({
      kind: z.literal('import-again'),
      source: z.string(),
      observedOn: z.string().nullable(),
      maps: z.array(overrideSchema),
      as: fileKindSchema.nullable(),
      repeats: z.literal('drop').nullable(),
    }),
    z.strictObject({ kind: z.literal('mend-rows'), source: z.string() }),
    z.strictObject({ kind: z.literal('give-rates'), base: z.string().nullable() }),
    z.strictObject({ kind: z.literal('drop-rates') }),
    z.strictObject({
      kind: z.literal('discover'),
      since: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ])
  .meta({ id: 'FindingAction' });
