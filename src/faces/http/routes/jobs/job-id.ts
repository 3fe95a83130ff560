import { z } from 'zod';

/** A job in an address. */
export const jobId = z.object({ id: z.coerce.number().int().min(1).meta({ type: 'integer' }) });
