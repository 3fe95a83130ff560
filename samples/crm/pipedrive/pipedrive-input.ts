import { z } from 'zod';
import { requestReader } from '../shared/index.ts';
import { invalid } from './pipedrive-refusal.ts';

/** Queries and bodies of requests; parameters and keys that the schema does not know are refused, as is a query beside a body. */
export const { readQuery, readBody } = requestReader({
  stray: (parameter) => invalid(`Parameter ${parameter} is not allowed`),
  mediaType: () => invalid('Content-Type must be application/json'),
  noJson: () => invalid('Bad Request: the body is not JSON'),
  misfit: (where, why) => invalid(`Validation failed: ${where}: ${why}`),
});

/** A moment in whole seconds (RFC 3339): Pipedrive refuses fractions of a second. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/, 'must be RFC3339 without fractions')
  .transform((text) => Date.parse(text));

/** A page's size, 1 to 500. */
export const limit = z.coerce.number().int().min(1).max(500).default(100);

/** `true` or `false`. */
export const truth = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

/** A list between commas. */
export function commaList(most: number) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.length <= most, `at most ${most}`);
}
