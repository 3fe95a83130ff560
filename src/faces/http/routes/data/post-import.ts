import { askImport } from '../../../../app/ask-import.ts';
import { defineRoute } from '../../define-route.ts';
import { jobSchema, showJob } from '../jobs/index.ts';
import { askedImportOf, askedImportSchema } from './asked-import.ts';

/** `POST /imports`: brings files in, as a job. */
export const postImport = defineRoute({
  method: 'post',
  path: '/imports',
  operationId: 'postImport',
  summary: 'Bring in files that were sent, as a job; a file of a known name replaces that source',
  tag: 'Data',
  body: askedImportSchema,
  response: jobSchema,
  status: 202,
  handle: async ({ workspace, jobs }, { body }) => {
    const request = await askImport(workspace.store, askedImportOf(body));
    return showJob(await jobs.submit({ kind: 'import', request }));
  },
});

/** `POST /previews`: says what files are and where their columns would go, as a job. */
export const postPreview = defineRoute({
  method: 'post',
  path: '/previews',
  operationId: 'postPreview',
  summary:
    'Say what files are and where each column would go, with sample values, as a job; nothing is changed',
  tag: 'Data',
  body: askedImportSchema,
  response: jobSchema,
  status: 202,
  handle: async ({ workspace, jobs }, { body }) => {
    const request = await askImport(workspace.store, askedImportOf({ ...body, dryRun: true }));
    return showJob(await jobs.submit({ kind: 'preview', request }));
  },
});
