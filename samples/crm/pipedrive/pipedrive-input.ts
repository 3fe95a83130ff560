import { z } from 'zod';
import type { StandInRequest } from '../shared/index.ts';
import { invalid } from './pipedrive-refusal.ts';

/** The query of a request; parameters that the schema does not know are refused. */
export function readQuery<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  return read(schema, request.query);
}

/** The JSON body of a request; keys that the schema does not know are refused, as is a query. */
export function readBody<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  const stray = Object.keys(request.query)[0];
  if (stray !== undefined) throw invalid(`Parameter ${stray} is not allowed`);
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw invalid('Content-Type must be application/json');
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw invalid('Bad Request: the body is not JSON');
  }
  return read(schema, value);
}

function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw invalid(`Validation failed: ${issue.path.join('.')}: ${issue.message}`);
}

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
