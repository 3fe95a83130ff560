import { z } from 'zod';

/** A record as Pipedrive lists it, as far as every kind of record is alike; the rest of its keys pass through. */
export const pipedriveRecord = z.looseObject({
  id: z.number().int(),
  update_time: z.string().nullish(),
  is_deleted: z.boolean().nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
});

/** See `pipedriveRecord`. */
export type PipedriveRecord = z.infer<typeof pipedriveRecord>;
