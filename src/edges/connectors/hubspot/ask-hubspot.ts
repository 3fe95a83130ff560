import type { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Client, ClientRequest } from '../client/index.ts';

/** Sends a request and reads its answer by a schema; an answer of another shape is refused, never guessed at. */
export async function askHubspot<S extends z.ZodType>(
  client: Client,
  schema: S,
  request: ClientRequest,
): Promise<z.infer<S>> {
  const { status, body } = await client.send(request);
  return readHubspot(schema, { status, body, path: request.path });
}

/** An answer with the path that was asked. */
export interface HubspotReply {
  readonly status: number;
  readonly body: unknown;
  readonly path: string;
}

/** Reads an answer by a schema. */
export function readHubspot<S extends z.ZodType>(
  schema: S,
  { status, body, path }: HubspotReply,
): z.infer<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new BestfitError('connection.refused', {
    vendor: 'HubSpot',
    status,
    code: 'UNKNOWN_ANSWER',
    message: `the answer to \`${path}\` has another shape than expected at \`${where}\` (${issue?.message})`,
  });
}
