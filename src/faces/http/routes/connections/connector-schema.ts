import { z } from 'zod';

const count = z.number().int().min(0);

/** What a kind of source can do; where it cannot, `skips` says why. */
export const capabilitiesSchema = z
  .strictObject({
    incremental: z.boolean().describe('It can tell what changed since a moment.'),
    deletions: z.enum(['listed', 'by-full-read']),
    fullReadFor: z.array(z.string()).describe('Streams whose deletions only a full read tells.'),
    merges: z.enum(['new-id', 'one-id', 'untold']),
    stageHistory: z.enum(['full', 'latest', 'none']),
    writeBatch: count.describe('Most records of one write; 0: nothing can be written.'),
    createsFields: z.boolean(),
    skips: z.record(z.string(), z.string()).describe('Why something is not there, in English.'),
  })
  .meta({ id: 'ConnectorCapabilities' });

/** One published limit of a vendor. */
export const limitSchema = z
  .strictObject({
    name: z.string(),
    requests: count.describe('So many requests, or tokens.'),
    seconds: z.number(),
    named: z.boolean().optional().describe('It counts only some requests.'),
    source: z.string().describe('Where it is said.'),
  })
  .meta({ id: 'ConnectorLimit' });

/** A kind of source that can be connected. */
export const connectorSchema = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    streams: z.array(z.string()).describe('What is read, in this order: `companies`, `deals`, `contacts`.'),
    capabilities: capabilitiesSchema,
    limits: z.array(limitSchema),
    options: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        values: z.array(z.string()).nullable().describe('Null: a whole number from 1.'),
      }),
    ),
    needs: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        variable: z.string().describe('The environment variable that gives it.'),
        secret: z.boolean(),
        required: z.boolean(),
        given: z.boolean().describe('The environment has it; its value is never told.'),
      }),
    ),
  })
  .meta({ id: 'Connector' });
