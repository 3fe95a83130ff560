import { z } from 'zod';
import { listKnown, summarize } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { connectionSummarySchema } from './connection-schema.ts';

/** `GET /connections`: what is connected, without asking it. */
export const getConnections = defineRoute({
  method: 'get',
  path: '/connections',
  operationId: 'getConnections',
  summary: 'What is connected: account, choices, records, budget and the last runs; nothing is asked of it',
  tag: 'Connections',
  response: z
    .strictObject({ kind: z.literal('connections'), connections: z.array(connectionSummarySchema) })
    .meta({ id: 'Connections' }),
  handle: async ({ workspace }) => {
    const known = await listKnown(workspace);
    const connections = await Promise.all(known.map((each) => summarize(workspace, each)));
    return { kind: 'connections' as const, connections };
  },
});
