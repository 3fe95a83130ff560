import { z } from 'zod';

const texts = z.record(z.string(), z.string().nullable());
const next = z.object({ next: z.object({ after: z.string() }).optional() }).optional();
const linked = z.object({
  results: z.array(z.object({ id: z.coerce.string(), type: z.string() })),
  paging: next,
});

/** A record as HubSpot sends it. */
export const objectSchema = z.object({
  id: z.string(),
  properties: texts,
  propertiesWithHistory: z
    .record(z.string(), z.array(z.object({ value: z.string().nullable(), timestamp: z.string() })))
    .optional(),
  associations: z.record(z.string(), linked).optional(),
  updatedAt: z.string().optional(),
  archivedAt: z.string().optional(),
});
/** A record as HubSpot sends it, read. */
export type HubspotObject = z.infer<typeof objectSchema>;

/** A page of records. */
export const objectListSchema = z.object({ results: z.array(objectSchema), paging: next });

/** Ids that a search found, and how many there are in all. */
export const searchSchema = z.object({
  total: z.number(),
  results: z.array(z.object({ id: z.string() })),
  paging: next,
});

const problem = z.object({
  category: z.string().optional(),
  subCategory: z.string().optional(),
  message: z.string(),
  context: z.record(z.string(), z.array(z.coerce.string())).optional(),
});
/** What HubSpot says of one record that failed, or of a request. */
export type HubspotProblem = z.infer<typeof problem>;

/** A refusal of a whole batch: `errors` name the values that do not fit. */
export const refusalSchema = problem.extend({
  errors: z
    .array(
      z.object({
        message: z.string(),
        code: z.string().optional(),
        context: z.record(z.string(), z.array(z.coerce.string())).optional(),
      }),
    )
    .default([]),
});
/** A refusal of a whole batch, read. */
export type HubspotRefusal = z.infer<typeof refusalSchema>;

/** Records of a batch that was read, and those that could not be. */
export const batchReadSchema = z.object({
  results: z.array(objectSchema),
  errors: z.array(problem).default([]),
});

/** What became of a batch that was written. */
export const batchUpdateSchema = z.object({
  results: z.array(z.object({ id: z.string(), objectWriteTraceId: z.coerce.string().optional() })),
  errors: z.array(problem).default([]),
});
/** What became of a batch that was written, read. */
export type BatchUpdate = z.infer<typeof batchUpdateSchema>;

/** Associations of records, and why others have none. */
export const linksSchema = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.coerce.string() }),
      to: z.array(
        z.object({
          toObjectId: z.coerce.string(),
          associationTypes: z.array(z.object({ label: z.string().nullable() })).default([]),
        }),
      ),
      paging: next,
    }),
  ),
  errors: z.array(problem).default([]),
});

/** A property as HubSpot defines it. */
export const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  options: z
    .array(z.object({ label: z.string(), value: z.string() }))
    .nullish()
    .transform((options) => options ?? []),
  calculated: z.boolean().default(false),
  hidden: z.boolean().default(false),
  archived: z.boolean().default(false),
  hubspotDefined: z.boolean().default(false),
  showCurrencySymbol: z.boolean().default(false),
  referencedObjectType: z.string().nullish(),
  dataSensitivity: z.string().default('non_sensitive'),
  modificationMetadata: z.object({ readOnlyValue: z.boolean().default(false) }).optional(),
});
/** A property as HubSpot defines it, read. */
export type HubspotProperty = z.infer<typeof propertySchema>;
/** All properties of a kind of records. */
export const propertiesSchema = z.object({ results: z.array(propertySchema) });

/** Pipelines of deals with their steps. */
export const pipelinesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      displayOrder: z.number().default(0),
      stages: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          displayOrder: z.number().default(0),
          metadata: z
            .object({ isClosed: z.string().optional(), probability: z.string().optional() })
            .default({}),
        }),
      ),
    }),
  ),
});

/** People who look after records. */
export const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
    }),
  ),
  paging: next,
});

/** The account itself. */
export const accountSchema = z.object({
  portalId: z.number(),
  companyCurrency: z.string().nullish(),
  uiDomain: z.string().nullish(),
});
