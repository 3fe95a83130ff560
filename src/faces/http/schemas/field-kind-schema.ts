import { z } from 'zod';

/** What a field holds. */
export const fieldKindSchema = z.enum([
  'category',
  'text',
  'number',
  'money',
  'year',
  'date',
  'boolean',
  'set',
]);
