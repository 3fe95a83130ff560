import type { z } from 'zod';
import { oddAnswer } from './odd-answer.ts';

/** An answer with the path that was asked. */
export interface HubspotReply {
  readonly status: number;
  readonly body: unknown;
  readonly path: string;
}

/** Reads an answer by a schema. */
export function readReply<S extends z.ZodType>(schema: S, { status, body, path }: HubspotReply): z.infer<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw oddAnswer(
    `the answer to \`${path}\` has another shape than expected at \`${where}\` (${issue?.message})`,
    status,
  );
}
