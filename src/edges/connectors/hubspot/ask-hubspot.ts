import type { z } from 'zod';
import type { Client, ClientRequest } from '../client/index.ts';
import { readReply } from './read-reply.ts';

/** Sends a request and reads its answer by a schema; an answer of another shape is refused, never guessed at. */
export async function askHubspot<S extends z.ZodType>(
  client: Client,
  schema: S,
  request: ClientRequest,
): Promise<z.infer<S>> {
  const { status, body } = await client.send(request);
  return readReply(schema, { status, body, path: request.path });
}
