import { z } from 'zod';
import { usageSchema } from '../../schemas/index.ts';
import { accountCheckSchema } from './account-schema.ts';
import { choicesSchema, outcomeSchema } from './choices-schema.ts';
import { capabilitiesSchema, limitSchema } from './connector-schema.ts';
import { runSchema } from './run-schema.ts';

const count = z.number().int().min(0);

const summary = {
  name: z.string(),
  connector: z.string(),
  label: z.string(),
  account: accountCheckSchema,
  choices: choicesSchema,
  usage: usageSchema.nullable(),
  nextSync: z.string().nullable().describe('When the schedule comes next; null without one.'),
  upcoming: z.array(z.string()).describe('When it comes the next three times.'),
  streams: z.array(
    z.strictObject({
      stream: z.string(),
      records: count,
      fields: count,
      bookmark: z.string().nullable().describe('The next sync reads what changed since.'),
      fullReadAt: z.string(),
    }),
  ),
  runs: z.array(runSchema).describe('The last 20, newest first.'),
  createdAt: z.string(),
};

/** A connection as a list shows it. */
export const connectionSummarySchema = z.strictObject(summary).meta({ id: 'ConnectionSummary' });

const field = z
  .strictObject({
    stream: z.string(),
    name: z.string().describe('As in the API.'),
    label: z.string(),
    header: z.string().describe('The column under which its values are imported.'),
    kind: z.enum([
      'id',
      'stage',
      'outcome',
      'text',
      'number',
      'money',
      'date',
      'moment',
      'boolean',
      'option',
      'options',
    ]),
    standard: z.boolean(),
    derived: z.boolean().describe("A formula: a change of it does not always move the record's date."),
    read: z.boolean().describe('The next sync reads it.'),
    place: z
      .strictObject({
        table: z.string(),
        field: z.string(),
        label: z.string().nullable(),
        custom: z.boolean().describe("An attribute of the user's own."),
        ignored: z.boolean(),
      })
      .nullable()
      .describe('Where its values went at the last import.'),
    own: z.boolean().describe('Written by Bestfit: never imported.'),
  })
  .meta({ id: 'ConnectionField' });

const stage = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    pipeline: z.string(),
    place: count,
    outcome: outcomeSchema.nullable(),
    saidBy: z.enum(['source', 'user', 'nobody']),
    deals: z
      .strictObject({ entered: count, here: count, won: count, lost: count, open: count })
      .nullable()
      .describe('Deals that ever entered it; null before the first sync.'),
  })
  .meta({ id: 'ConnectionStage' });

/** A connection with its fields and stages, as its source describes them now. */
export const shownConnectionSchema = z
  .strictObject({
    kind: z.literal('connection'),
    ...summary,
    capabilities: capabilitiesSchema,
    limits: z.array(limitSchema),
    fields: z.array(field),
    stages: z.array(stage),
    stageHistory: z.enum(['full', 'latest', 'none']),
  })
  .meta({ id: 'ShownConnection' });
