import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createStandInClock } from '../../samples/crm/shared/index.ts';
import type { Engine } from '../../src/base/sql/index.ts';
import { createFolderConnector } from '../../src/edges/connectors/folder/index.ts';
import { createDuckDbEngine } from '../../src/edges/engines/duckdb/index.ts';
import { testSettings } from '../connectors/test-context.ts';
import type { ChangedIds, RecordAccount } from './record-account.ts';
import { describeRecordConnector } from './record-connector-contract.ts';

let engine: Engine;
const scratch = mkdtempSync(join(tmpdir(), 'bestfit-folder-'));
beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 512, threads: 2 });
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

const streams = ['companies.csv', 'deals.csv'];
let scratchFiles = 0;
const changes = new Map<string, number>();
const connector = createFolderConnector({
  get engine() {
    return engine;
  },
  scratchFile: () => join(scratch, `${++scratchFiles}`),
  changedAt: async (path) => changes.get(path) ?? 0,
});

/** A folder of two exports, of which people write a new version now and then. */
async function start(): Promise<RecordAccount> {
  const folder = mkdtempSync(join(scratch, 'exports-'));
  const clock = createStandInClock(Date.UTC(2026, 8, 1));
  const rows = new Map(streams.map((stream) => [stream, new Map<string, string>()]));
  const write = (stream: string) => {
    const path = join(folder, basename(stream));
    const lines = [...rows.get(stream)!].map(([id, name]) => `${id},"${name}",${id.length}`);
    writeFileSync(path, `${['Record ID,Name,Number of Employees', ...lines].join('\n')}\n`);
    changes.set(path, clock.now());
  };
  for (const stream of streams) {
    for (let n = 1; n <= 5200; n++) rows.get(stream)!.set(String(n), `Clínica, ${n}`);
    write(stream);
  }
  clock.advance(3_600_000);
  const change = (stream: string): ChangedIds => {
    const all = rows.get(stream)!;
    all.set('9001', 'Nueva');
    all.set('17', 'Otra');
    all.delete('33');
    write(stream);
    return { added: ['9001'], changed: ['17'], deleted: ['33'], merged: [] };
  };
  return {
    connector,
    settings: testSettings('', { origin: null, options: { folder } }),
    clock,
    secrets: {},
    streams,
    ids: (stream) => [...rows.get(stream)!.keys()],
    change: async () => Object.fromEntries(streams.map((stream) => [stream, change(stream)])),
    relink: null,
    online: null,
    writable: null,
    close: async () => rmSync(folder, { recursive: true }),
  };
}

const without = {
  network: 'Files of this machine are read: nobody refuses them, and nothing is paid.',
  links: 'A file names other records in its columns.',
};
describeRecordConnector({ connector, without, start });
