import type { z } from 'zod';
import type { StandInRequest } from '../shared/index.ts';
import { invalid } from './hubspot-refusal.ts';

/** The query of a request; parameters that the schema does not know are refused. */
export function readQuery<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  return read(schema, request.query);
}

/** The JSON body of a request; keys that the schema does not know are refused, as is a query. */
export function readBody<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  const stray = Object.keys(request.query)[0];
  if (stray !== undefined) throw invalid(`Unknown query parameter: ${stray}`);
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw invalid('Content-Type must be application/json');
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw invalid('Invalid input JSON on line 1, column 1');
  }
  return read(schema, value);
}

function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw invalid(`Invalid input at ${issue.path.join('.') || 'the request'}: ${issue.message}`);
}
