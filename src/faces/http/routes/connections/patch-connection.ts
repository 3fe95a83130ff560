import { z } from 'zod';
import { changeConnection, summarize } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { newScheduleSchema, outcomeSchema, writableSchema } from './choices-schema.ts';
import { connectionName } from './connection-name.ts';
import { connectionSummarySchema } from './connection-schema.ts';

const names = z.record(z.string(), z.array(z.string()));

/** `PATCH /connections/{name}`: changes what a person set of a connection. */
export const patchConnection = defineRoute({
  method: 'patch',
  path: '/connections/{name}',
  operationId: 'patchConnection',
  summary: 'Change what is read, what stages mean, what is written back, when, and how much of the budget',
  tag: 'Connections',
  params: connectionName,
  body: z
    .strictObject({
      streams: z.array(z.string()).min(1).nullable().default(null),
      addFields: names.default({}).describe('Fields to read beside those read by default, by stream.'),
      leaveFields: names.default({}),
      outcomes: z
        .record(z.string(), outcomeSchema.nullable())
        .default({})
        .describe('By id or label of the stage; null takes a decision back.'),
      write: z.array(writableSchema).nullable().default(null),
      budgetShare: z.number().min(0.01).max(1).nullable().default(null),
      schedule: z
        .union([newScheduleSchema, z.literal('off')])
        .nullable()
        .default(null),
      fullReadDays: z.number().int().min(1).max(365).nullable().default(null),
      options: z.record(z.string(), z.string()).default({}),
    })
    .meta({ id: 'ChangedConnection' }),
  response: connectionSummarySchema,
  handle: async ({ workspace }, { params, body }) =>
    summarize(workspace, await changeConnection(workspace, { connection: params.name, ...body })),
});
