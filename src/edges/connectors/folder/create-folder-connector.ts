import { BestfitError } from '../../../base/errors/index.ts';
import type {
  AccountCheck,
  ConnectionSettings,
  ConnectorContext,
  PreparedField,
  RecordConnector,
  RecordSource,
  SourceField,
  WriteField,
} from '../records/index.ts';
import { FolderTables } from './folder-tables.ts';
import { readRows } from './read-rows.ts';
import type { FolderContext, FolderTable } from './types.ts';

const onlyRead = 'The files of a folder are only read.';

/**
 * A folder of files as a source of records: each file (each sheet of a workbook) is a stream, a file that changed is read
 * whole again. Settings: `folder`, and `id.FILE` for the column that names the records of a file; without one, and without
 * a column that is usual for it, rows are counted.
 */
export function createFolderConnector(folder: FolderContext): RecordConnector {
  return {
    name: 'folder',
    label: 'Folder of files',
    streams: [],
    capabilities: {
      incremental: true,
      deletions: 'by-full-read',
      fullReadFor: [],
      merges: 'untold',
      stageHistory: 'none',
      writeBatch: 0,
      createsFields: false,
      skips: {
        deletions: 'A file does not say what it does not hold: a row that is missing from it is gone.',
        merges: 'A file does not say which rows became one.',
        stageHistory: 'A file holds deals as they stand.',
        writeBatch: onlyRead,
        createsFields: onlyRead,
      },
    },
    limits: [],
    needs: [],
    overlapSeconds: 0,
    open: (settings, context) => openFolder(folder, settings, context),
  };
}

function openFolder(
  folder: FolderContext,
  settings: ConnectionSettings,
  context: ConnectorContext,
): RecordSource {
  const tables = new FolderTables(folder, settings);
  const since = new Date(context.now()).toISOString();
  return {
    check: () => check(tables),
    fields: async (stream) => fieldsOf(await tables.open(stream)),
    stages: async () => [],
    read: (request) => readRows(folder.engine, tables, request),
    prepare: async (_, fields) => fields.map(missing),
    costOfWrite: () => 0,
    write: async (_, batch) =>
      batch.map(({ id }) => ({ id, kind: 'failed', code: 'only-read', message: onlyRead })),
    usage: () => ({ since, requests: 0, used: 0, limit: null, unit: 'requests', resetsAt: null }),
  };
}

async function check(tables: FolderTables): Promise<AccountCheck> {
  if (tables.folder === '')
    throw new BestfitError('usage.incomplete', {
      command: 'connect folder',
      needs: '`--option folder=PATH`, the folder with the files',
    });
  const streams: AccountCheck['streams'][number][] = [];
  for (const stream of await tables.names()) {
    const { rows, rejected } = await tables.open(stream);
    const missing = rejected === 0 ? null : `lines that are no row: ${rejected}`;
    streams.push({ stream, readable: true, writable: false, missing, records: rows });
  }
  return { account: tables.folder, currency: null, streams, usage: null };
}

function fieldsOf({ fields, idField }: FolderTable): readonly SourceField[] {
  return fields.map((name) => ({
    name,
    label: name,
    header: name,
    kind: name === idField ? 'id' : 'text',
    options: null,
    writable: false,
    derived: false,
    standard: false,
    byDefault: true,
  }));
}

function missing({ name }: WriteField): PreparedField {
  return { name, target: null, state: 'missing', remedy: `${onlyRead} Export the list in their place.` };
}
