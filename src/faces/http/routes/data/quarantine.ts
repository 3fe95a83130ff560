import { z } from 'zod';
import { quarantinedRows } from '../../../../app/quarantined-rows.ts';
import { defineRoute } from '../../define-route.ts';
import { jobSchema, showJob } from '../jobs/index.ts';

const count = z.number().int().min(0);
const cells = z.record(z.string(), z.string().nullable());

/** `GET /quarantine`: rows that were set aside, page by page. */
export const getQuarantine = defineRoute({
  method: 'get',
  path: '/quarantine',
  operationId: 'getQuarantine',
  summary: 'Rows that import set aside, with their lines and why',
  tag: 'Data',
  query: z.object({
    source: z.string().optional().describe('Only those of this file.'),
    offset: z.coerce.number().int().min(0).default(0).meta({ type: 'integer' }),
    limit: z.coerce.number().int().min(1).max(500).default(50).meta({ type: 'integer' }),
  }),
  response: z
    .strictObject({
      kind: z.literal('quarantine'),
      snapshot: z.string().nullable(),
      sources: z.array(z.strictObject({ source: z.string(), rows: count, headers: z.array(z.string()) })),
      total: count,
      rows: z.array(
        z
          .strictObject({
            source: z.string(),
            line: count,
            column: z.string().nullable().describe('What does not fit; null when the line is no row.'),
            reason: z.string().describe('In English.'),
            cells,
            text: z.string().nullable().describe('The line, when it is no row.'),
          })
          .meta({ id: 'QuarantinedRow' }),
      ),
    })
    .meta({ id: 'Quarantine' }),
  handle: async ({ workspace }, { query }) =>
    quarantinedRows(workspace, { source: query.source ?? null, offset: query.offset, limit: query.limit }),
});

/** `POST /quarantine/retry`: tries corrected rows again, as a job. */
export const postRetry = defineRoute({
  method: 'post',
  path: '/quarantine/retry',
  operationId: 'postRetry',
  summary: 'Try rows again with corrected cells, as a job; those that fit join the rows of their file',
  tag: 'Data',
  body: z
    .strictObject({
      source: z.string(),
      rows: z.array(z.strictObject({ line: count, cells: cells.describe('Only those that change.') })).min(1),
    })
    .meta({ id: 'AskedRetry' }),
  response: jobSchema,
  status: 202,
  handle: async ({ jobs }, { body }) => showJob(await jobs.submit({ kind: 'retry', request: body })),
});
