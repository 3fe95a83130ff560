import { z } from 'zod';
import { fieldKindSchema } from '../../schemas/index.ts';

const count = z.number().int().min(0);
const known = z.strictObject({ known: count, of: count });
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** How well one field is known, and what it holds. */
export const fieldQualitySchema = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    kind: fieldKindSchema,
    layer: z.string(),
    custom: z.boolean(),
    coverage: known,
    prospects: known.nullable(),
    searchable: z.boolean().nullable(),
    distinct: count,
    distinctAbout: z.boolean(),
    top: z.array(z.strictObject({ value: z.string(), count })),
    range: z.strictObject({ low: scalar, high: scalar }).nullable(),
    unit: z.string().nullable(),
    mixedCurrency: z.boolean(),
    converted: z.string().nullable(),
    known: z.enum(['before', 'after', 'unknown']),
    knownBy: z.enum(['guessed', 'user']),
    sources: z.array(z.string()),
  })
  .meta({ id: 'FieldQuality' });
