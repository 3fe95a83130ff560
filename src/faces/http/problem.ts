import { z } from 'zod';
import { BestfitError, internalError } from '../../base/errors/index.ts';

/** The refusal of a request (RFC 9457), with the code and parameters of the error catalogue. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:bestfit:error:` and the code.'),
    title: z.string().describe('What is wrong, in English.'),
    status: z.number().int(),
    code: z.string().describe('The code of the error catalogue: stable, to be matched by programs.'),
    params: z.record(z.string(), z.unknown()).describe('The values that the message holds.'),
    remedy: z.string().describe('What to do next, in English.'),
  })
  .meta({ id: 'Problem' });

/** Every error as a problem document; what is not of the catalogue is an internal error and says no more. */
export function problemOf(error: unknown): z.infer<typeof problemSchema> {
  const known = error instanceof BestfitError ? error : internalError(error);
  return {
    type: `urn:bestfit:error:${known.code}`,
    title: known.message,
    status: known.status,
    code: known.code,
    params: { ...(known.params as Record<string, unknown>) },
    remedy: known.remedy,
  };
}

/** Answers a problem with its own status and media type. */
export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
