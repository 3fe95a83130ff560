import { z } from 'zod';

/** The number of a job in an address. */
export const jobId = z.strictObject({ id: z.coerce.number().int().min(1) });
