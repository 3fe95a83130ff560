import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkspace } from '../src/app/compose.ts';
import { examineWorkspace } from '../src/app/examine-workspace.ts';
import { undoImport } from '../src/app/undo-import.ts';
import { BestfitError } from '../src/base/errors/index.ts';
import { checkAfter } from './fault-checks.ts';
import type { DiskPlan } from './fault-disk.ts';
import type { FaultRow } from './fault-row.ts';
import { type Saved, works } from './fault-work.ts';

const spoilings = {
  'cut off': (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  'altered in one bit': (path: string) => {
    const content = readFileSync(path);
    content[content.length >> 1]! ^= 1;
    writeFileSync(path, content);
  },
  deleted: (path: string) => rmSync(path),
} as const;

/** Spoils each data file of the current import in each way: it must be refused by name, and doctor must mend it. */
export async function spoiledFiles({ template, scratch }: DiskPlan): Promise<readonly FaultRow[]> {
  const path = join(scratch, 'spoiled');
  const source = join(scratch, 'whole');
  cpSync(template, source, { recursive: true });
  await withWorkspace(source, { create: false }, (workspace) => works.import(workspace, 1, () => undefined));
  cpSync(source, path, { recursive: true });
  const files = await withWorkspace(path, { create: false }, newFiles);
  const rows: FaultRow[] = [];
  for (const [how, spoil] of Object.entries(spoilings)) {
    const wrong: string[] = [];
    for (const file of files) {
      rmSync(path, { recursive: true, force: true });
      cpSync(source, path, { recursive: true, preserveTimestamps: true });
      spoil(join(path, 'data', `${file}.parquet`));
      wrong.push(...(await spoiledOnce(path, file)));
    }
    const note = 'each refused by name, named by doctor, the older snapshot restored by doctor --repair';
    rows.push({ fault: `Parquet file ${how}`, times: files.length, wrong, note });
  }
  return rows;
}

type Spoiled = Parameters<typeof examineWorkspace>[0];

/** Files that only the newest commit needs. */
async function newFiles({ store }: Spoiled): Promise<readonly string[]> {
  const after = (await store.checkUp()).files.filter(({ of }) => of === 'head').map(({ file }) => file);
  await store.undo();
  const before = new Set(
    (await store.checkUp()).files.filter(({ of }) => of === 'head').map(({ file }) => file),
  );
  return after.filter((file) => !before.has(file));
}

async function spoiledOnce(path: string, file: string): Promise<readonly string[]> {
  return withWorkspace(path, { create: false }, async (workspace) => {
    const at = new Date().toISOString();
    const wrong: string[] = [];
    try {
      workspace.store.filePath({ file, rows: 0 });
      wrong.push(`${file} was not refused`);
    } catch (error) {
      const isClear = error instanceof BestfitError && error.message.includes(file);
      if (!isClear) wrong.push(`${file}: ${String(error)}`);
    }
    const told = await examineWorkspace(workspace, { repair: false, at });
    if (!told.findings.some(({ subject }) => subject.includes(file))) wrong.push(`doctor missed ${file}`);
    const { sound } = await examineWorkspace(workspace, { repair: true, at });
    return sound ? wrong : [...wrong, `${file} was not mended`];
  });
}

/** Commits, scores and takes back while the clock stands years earlier than before. */
export async function clockBack({ template, scratch }: DiskPlan): Promise<FaultRow> {
  const path = join(scratch, 'clock');
  cpSync(template, path, { recursive: true });
  const said: Saved[] = [];
  const real = Date.now;
  const wrong: string[] = [];
  try {
    const shift = 3 * 365 * 86_400_000;
    Date.now = () => real() - shift;
    await withWorkspace(path, { create: false }, async (workspace) => {
      for (const name of ['import', 'import', 'publish', 'score'] as const)
        await works[name](workspace, said.length, (saved) => said.push(saved));
      const before = await workspace.store.commits();
      await undoImport(workspace);
      await workspace.store.sweep();
      const now = await workspace.store.commits();
      if (now[0]?.id !== before[1]?.id) wrong.push('undo went elsewhere');
    });
  } finally {
    Date.now = real;
  }
  const kept = said
    .filter(({ kind }) => kind !== 'run')
    .filter((each, at) => each.kind !== 'commit' || at === 0);
  wrong.push(...(await checkAfter(path, kept)).wrong);
  return {
    fault: 'clock going back',
    times: 1,
    wrong,
    note: 'commits follow each other by number, not by time',
  };
}
