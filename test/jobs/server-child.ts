import { writeSync } from 'node:fs';
import { openJobs } from '../../src/app/compose.ts';
import { openStore } from '../../src/edges/store/index.ts';
import { importRequest } from './import-request.ts';

/** A server in miniature, to be killed: `server-child.mjs WORKSPACE ENTRY FILE` imports a file and says each change. */
const [path = '', entry = '', file = ''] = process.argv.slice(2);
const store = await openStore(path, { create: true });
const jobs = await openJobs(store, entry);
jobs.watchAll(({ state, progress, pid }) =>
  writeSync(1, `${JSON.stringify({ state, step: progress?.step ?? null, pid })}\n`),
);
await jobs.submit({ kind: 'import', request: importRequest([file]) });
