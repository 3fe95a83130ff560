import { z } from 'zod';

const count = z.number().int().min(0);

/** What a row without a deal means. */
export const absenceSchema = z
  .union([
    z.strictObject({ kind: z.enum(['lost', 'open']) }),
    z.strictObject({ kind: z.literal('lost-after'), days: z.number().int().min(1) }),
  ])
  .meta({ id: 'Absence' });

/** What a source lists without a deal that ended. */
export const sourceAbsenceSchema = z
  .strictObject({
    source: z.string(),
    table: z.enum(['deals', 'accounts']),
    listed: count,
    known: count,
    lost: count,
    open: count,
    unknown: count,
    until: z.string().nullable(),
    timeToWin: z.strictObject({ wins: count, days: z.number() }).nullable(),
    proposed: absenceSchema.nullable(),
    means: absenceSchema.nullable(),
  })
  .meta({ id: 'SourceAbsence' });

/** How references found their accounts. */
export const joinSchema = z
  .strictObject({
    column: z.string(),
    to: z.string(),
    by: z.enum(['account_id', 'domain', 'name', 'key']),
    matched: count,
    blank: count,
    unmatched: count,
    examples: z.array(z.strictObject({ value: z.string(), count, nearest: z.string().nullable() })),
  })
  .meta({ id: 'JoinReport' });
