import { z } from 'zod';
import { lastPatterns } from '../../../../app/last-patterns.ts';
import { defineRoute } from '../../define-route.ts';
import { patternsSchema } from './discovery-schema.ts';
import { contrastQuery } from './parts.ts';

/** `GET /patterns`: the newest discovery of two groups, and whether it is still of today. */
export const getPatterns = defineRoute({
  method: 'get',
  path: '/patterns',
  operationId: 'getPatterns',
  summary: 'The newest discovery of two groups, what it left open, and what has changed since',
  tag: 'Patterns',
  query: z.strictObject({ contrast: contrastQuery }),
  response: patternsSchema,
  handle: async ({ workspace, asOf }, { query }) => {
    const found = await lastPatterns(workspace, { contrast: query.contrast ?? null, asOf: asOf() });
    if (found.discovery === null) return { ...found, discovery: null };
    const { breadth: _, ...discovery } = found.discovery;
    return { ...found, discovery };
  },
});
