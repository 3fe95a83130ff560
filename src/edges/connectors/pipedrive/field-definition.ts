import { z } from 'zod';

/** A field as Pipedrive defines it. */
export const fieldDefinition = z.looseObject({
  field_code: z.string().min(1),
  field_name: z.string(),
  field_type: z.string(),
  is_custom_field: z.boolean(),
  /** Only sent when it is asked for by name. */
  is_optional_response_field: z.boolean().nullish(),
  options: z.array(z.looseObject({ id: z.union([z.number(), z.string()]), label: z.string() })).nullish(),
});

/** See `fieldDefinition`. */
export type FieldDefinition = z.infer<typeof fieldDefinition>;
