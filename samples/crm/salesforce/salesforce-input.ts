import { z } from 'zod';
import type { StandInRequest } from '../shared/index.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

/** The query of a request; parameters that the schema does not know are refused. */
export function readQuery<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  return read(schema, request.query);
}

const nothing = z.strictObject({});

/** Refuses a request that carries parameters where there are none. */
export function refuseParameters(request: StandInRequest): void {
  read(nothing, request.query);
}

/** The JSON body of a request; keys that the schema does not know are refused. */
export function readBody<S extends z.ZodType>(schema: S, request: StandInRequest): z.infer<S> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw new SalesforceRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json');
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw new SalesforceRefusal(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is not JSON');
  }
  return read(schema, value);
}

function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new SalesforceRefusal(400, 'JSON_PARSER_ERROR', `${issue.path.join('.')}: ${issue.message}`);
}
