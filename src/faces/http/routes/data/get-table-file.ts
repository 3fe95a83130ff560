import { z } from 'zod';
import { downloadTable } from '../../../../app/download-table.ts';
import { defineStream } from '../../define-stream.ts';
import { fileResponse, fileTypes } from '../../file-response.ts';

/** `GET /tables/{table}/file`: a table as it stands after import. */
export const getTableFile = defineStream({
  method: 'get',
  path: '/tables/{table}/file',
  operationId: 'getTableFile',
  summary: 'A table as it stands after import, with all its columns, as a file',
  tag: 'Data',
  params: z.strictObject({ table: z.string() }),
  query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'parquet', 'json']).default('csv') }),
  produces: Object.values(fileTypes),
  handle: async ({ workspace }, { params, query }) =>
    fileResponse(await downloadTable(workspace, { ...params, ...query }), query.format),
});
