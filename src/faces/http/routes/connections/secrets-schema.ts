import { z } from 'zod';

/** Secrets on their way in; no answer holds any. */
export const secretsSchema = z
  .record(z.string(), z.string().trim().min(1).max(8192))
  .describe(
    'By the name of the need: `token`, `client-id`, ... What is left out comes from the environment.',
  );
