import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpWorkspace } from '../src/app/back-up-workspace.ts';
import { withWorkspace } from '../src/app/compose.ts';
import { examineWorkspace } from '../src/app/examine-workspace.ts';
import { importFiles, nothingSaid } from '../src/app/import-files.ts';
import { restoreBackup } from '../src/app/restore-backup.ts';
import { openStore } from '../src/edges/store/index.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { writeBench } from './write-bench.ts';
import { writeCompanies } from './write-companies.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const scratch = mkdtempSync(join(tmpdir(), 'bestfit-upkeep-'));
try {
  const figures = await measure();
  const record = writeBench('upkeep', figures);
  printEvidence(record, null, [markdownTable(figures.steps)]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** What it costs to know that files are whole, and to copy them: one imported file of companies. */
async function measure() {
  const path = join(scratch, 'workspace');
  const csv = join(scratch, 'companies.csv');
  await writeCompanies(csv, rows, 'clean');
  const at = new Date().toISOString();
  const request = { paths: [csv], choices: nothingSaid, maps: [], covers: 'listed', append: false } as const;
  const rest = { observedOn: null, dryRun: false, at, onProgress: () => undefined };
  await withWorkspace(path, { create: true }, (workspace) => importFiles(workspace, { ...request, ...rest }));
  const steps = [
    await timed('every file of the data in force, as seen before', () => lookAtFiles(path)),
    await timed('the same, each content read once', async () => {
      forgetMarks(path);
      await lookAtFiles(path);
    }),
    await timed('doctor', () =>
      withWorkspace(path, { create: false }, (workspace) =>
        examineWorkspace(workspace, { repair: false, at }),
      ),
    ),
    await timed('backup to one file, tested', () =>
      withWorkspace(path, { create: false }, (workspace) =>
        backUpWorkspace(workspace, { to: join(scratch, 'backup.tar'), at }),
      ),
    ),
    await timed('restore', () =>
      restoreBackup(join(scratch, 'restored'), { from: join(scratch, 'backup.tar'), force: false, at }),
    ),
  ];
  const store = await openStore(path);
  const bytes = (await store.checkUp()).files.reduce((sum, file) => sum + file.bytes, 0);
  await store.close();
  return { rows, bytes, steps };
}

async function lookAtFiles(path: string): Promise<void> {
  const store = await openStore(path);
  const head = await store.head();
  for (const ref of Object.values(head?.snapshot.tables ?? {})) store.filePath(ref);
  await store.close();
}

/** As after the machine went down: nothing is known of the files. */
function forgetMarks(path: string): void {
  const data = join(path, 'data');
  for (const name of readdirSync(data))
    if (name.endsWith('.parquet')) utimesSync(join(data, name), new Date(0), new Date(0));
}

async function timed(step: string, body: () => Promise<unknown>) {
  const before = performance.now();
  await body();
  return { step, ms: Math.round(performance.now() - before) };
}
