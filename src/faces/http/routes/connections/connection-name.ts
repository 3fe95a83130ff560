import { z } from 'zod';

/** The name of a connection in an address. */
export const connectionName = z.strictObject({ name: z.string().min(1) });
