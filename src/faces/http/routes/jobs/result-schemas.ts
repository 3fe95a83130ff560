import { z } from 'zod';
import { fieldKindSchema, fileKindSchema, tableSchema } from '../../schemas/index.ts';

const count = z.number().int().min(0);

/** Rows of a file: in = kept + quarantined. */
export const rowsSchema = z.strictObject({ in: count, kept: count, quarantined: count });

/** Why a job did not get done, or a file cannot be brought in. */
export const jobProblemSchema = z
  .strictObject({ code: z.string(), params: z.unknown(), message: z.string(), remedy: z.string() })
  .meta({ id: 'JobProblem' });

const columnPreview = z
  .strictObject({
    column: z.string().describe('The header as it stands in the file.'),
    table: tableSchema,
    field: z.string(),
    custom: z.boolean().describe("An attribute of the user's own."),
    ignored: z.boolean().describe('Left out.'),
    kind: fieldKindSchema,
    unit: z.string().nullable(),
    confidence: z.number().min(0).max(1),
    decidedBy: z.enum(['guessed', 'remembered', 'user']),
    why: z.string().describe('In English.'),
    asks: z.string().nullable().describe('The question, where the guess was not good enough; in English.'),
    samples: z.array(z.string()),
  })
  .meta({ id: 'ColumnPreview' });

const filePreview = z
  .strictObject({
    name: z.string(),
    path: z.string(),
    connector: z.string(),
    how: z.string().describe('How it was read: `comma-separated, UTF-8`.'),
    rows: count,
    as: fileKindSchema,
    confidence: z.number().min(0).max(1),
    lookupKey: z.string().nullable(),
    columns: z.array(columnPreview),
    warnings: z.array(z.string()),
    known: z.boolean().describe('A source of that name is there: its rows are replaced.'),
  })
  .meta({ id: 'FilePreview' });

/** Where the columns of files would go. */
export const previewSchema = z
  .strictObject({
    kind: z.literal('preview'),
    files: z.array(filePreview),
    refused: z
      .array(z.strictObject({ name: z.string(), problem: jobProblemSchema }))
      .describe('Those among several that are broken: the others can be brought in without them.'),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'FilesPreview' });

/** What an import did. */
export const importSummarySchema = z
  .strictObject({
    kind: z.literal('import'),
    dryRun: z.boolean(),
    snapshot: z.string(),
    commit: z.number().int().nullable(),
    files: z.array(
      z.strictObject({
        name: z.string(),
        as: fileKindSchema,
        how: z.string(),
        rows: rowsSchema,
        duplicates: count,
        asks: count.describe('Questions about its columns.'),
      }),
    ),
    tables: z.array(z.strictObject({ table: tableSchema, rows: count })),
    changes: z.array(z.strictObject({ table: tableSchema, added: count, changed: count, removed: count })),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'ImportSummary' });
