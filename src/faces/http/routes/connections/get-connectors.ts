import { z } from 'zod';
import { listConnectors } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { connectorSchema } from './connector-schema.ts';

/** `GET /connectors`: the kinds of sources that can be connected. */
export const getConnectors = defineRoute({
  method: 'get',
  path: '/connectors',
  operationId: 'getConnectors',
  summary: 'The CRMs that can be connected: what each needs, can do, and lets one ask in a day',
  tag: 'Connections',
  response: z
    .strictObject({ kind: z.literal('connectors'), connectors: z.array(connectorSchema) })
    .meta({ id: 'Connectors' }),
  handle: async ({ workspace }) => ({
    kind: 'connectors' as const,
    connectors: await listConnectors(workspace),
  }),
});
