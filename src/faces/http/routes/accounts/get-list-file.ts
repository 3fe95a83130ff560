import { z } from 'zod';
import { downloadList } from '../../../../app/download-list.ts';
import { defineStream } from '../../define-stream.ts';
import { fileResponse, fileTypes } from '../../file-response.ts';
import { filterQuery, filtersFrom } from './filter-query.ts';
import { cardQuery } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

/** `GET /list/file`: the list under its filters, with all its words, as one file. */
export const getListFile = defineStream({
  method: 'get',
  path: '/list/file',
  operationId: 'getListFile',
  summary: 'The ranked list under the filters as a file, in the order of the queue',
  tag: 'Accounts',
  query: z.strictObject({ ...cardQuery, ...filterQuery, format: z.enum(['csv', 'xlsx']).default('csv') }),
  produces: ['text/csv', fileTypes.xlsx],
  handle: async (context, { query }) => {
    const { format } = query;
    const request = { ...scoreRequestOf(context, query), filters: filtersFrom(query), format };
    return fileResponse(await downloadList(context.workspace, request), format);
  },
});
