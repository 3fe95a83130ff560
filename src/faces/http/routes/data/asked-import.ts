import { z } from 'zod';
import type { AskedImport } from '../../../../app/ask-import.ts';
import { fileKindSchema } from '../../schemas/index.ts';
import { absenceSchema } from './absence-schema.ts';
import { overrideSchema } from './action-schema.ts';

const fileSaid = z
  .strictObject({
    file: z.string().describe('The name of a source.'),
    as: fileKindSchema.nullable().default(null),
    key: z.string().nullable().default(null).describe('Column by which a lookup joins the other files.'),
    delimiter: z.string().nullable().default(null),
    encoding: z.string().nullable().default(null),
    repeats: z.enum(['drop', 'keep']).nullable().default(null),
    absent: absenceSchema.nullable().default(null).describe('What a row without a deal means.'),
  })
  .meta({ id: 'FileSaid' });

/** Files to bring in, and what a person says of them. */
export const askedImportSchema = z
  .strictObject({
    uploads: z.array(z.string()).default([]).describe('Ids of files that were sent.'),
    sources: z.array(z.string()).default([]).describe('Sources whose kept files are read again.'),
    files: z.array(fileSaid).default([]),
    maps: z.array(overrideSchema).default([]),
    covers: z.enum(['listed', 'all']).nullable().default(null),
    append: z.boolean().default(false),
    observedOn: z.iso.date().nullable().default(null),
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'AskedImport' });

/** The same as the use case takes it. */
export function askedImportOf({ maps, ...asked }: z.infer<typeof askedImportSchema>): AskedImport {
  return {
    ...asked,
    maps: maps.map(({ column, field, file }) => ({ column, field, ...(file === undefined ? {} : { file }) })),
  };
}
