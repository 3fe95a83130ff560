import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { downloadList } from '../../../../app/download-list.ts';
import { defineStream } from '../../define-stream.ts';
import { filterQuery, filtersFrom } from './filter-query.ts';
import { cardQuery } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `GET /list/file`: the list under its filters, with all its words, as one file. */
export const getListFile = defineStream({
  method: 'get',
  path: '/list/file',
  operationId: 'getListFile',
  summary: 'The ranked list under the filters as a file, in the order of the queue',
  tag: 'Accounts',
  query: z.strictObject({ ...cardQuery, ...filterQuery, format: z.enum(['csv', 'xlsx']).default('csv') }),
  produces: ['text/csv', types.xlsx],
  handle: async (context, { query }) => {
    const { format } = query;
    const request = { ...scoreRequestOf(context, query), filters: filtersFrom(query), format };
    const { path, name } = await downloadList(context.workspace, request);
    const { size } = await stat(path);
    const file = createReadStream(path);
    file.once('close', () => void rm(path, { force: true }));
    return new Response(Readable.toWeb(file) as ReadableStream, {
      headers: {
        'content-type': types[format],
        'content-length': String(size),
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
