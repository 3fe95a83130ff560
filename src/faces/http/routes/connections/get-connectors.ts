import { z } from 'zod';
import { listConnectors, writableFields } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { writableSchema } from './choices-schema.ts';
import { connectorSchema } from './connector-schema.ts';

/** `GET /connectors`: the kinds of sources that can be connected. */
export const getConnectors = defineRoute({
  method: 'get',
  path: '/connectors',
  operationId: 'getConnectors',
  summary: 'The CRMs that can be connected: what each needs, can do, and lets one ask in a day',
  tag: 'Connections',
  response: z
    .strictObject({
      kind: z.literal('connectors'),
      connectors: z.array(connectorSchema),
      writable: z
        .array(
          z.strictObject({
            name: writableSchema,
            field: z.string().describe('The field that is made in the CRM.'),
            label: z.string(),
            kind: z.enum(['text', 'long-text', 'number', 'date', 'option']),
          }),
        )
        .describe('What can be written back of an account; a person chooses.'),
    })
    .meta({ id: 'Connectors' }),
  handle: async ({ workspace }) => ({
    kind: 'connectors' as const,
    connectors: await listConnectors(workspace),
    writable: Object.entries(writableFields).map(([name, { name: field, label, kind }]) => {
      return { name, field, label, kind };
    }),
  }),
});
