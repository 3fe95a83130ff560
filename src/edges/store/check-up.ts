import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './catalog.ts';
import { isDraftAlive } from './draft-name.ts';
import { usesOfCommit } from './file-uses.ts';
import { readCommits } from './read-commits.ts';
import type { CheckedFile, CheckUp } from './upkeep-types.ts';
import { hashFile, type WorkspaceFolder } from './workspace-folder.ts';

/** Looks at the catalog and reads every file that it refers to. */
export async function checkUp(catalog: Catalog, folder: WorkspaceFolder): Promise<CheckUp> {
  const found = await catalog.read(() => catalogFaults(catalog));
  const wanted = await catalog.read(() => wantedFiles(catalog));
  const files: CheckedFile[] = [];
  for (const [file, want] of wanted) files.push(await checkFile(folder, file, want));
  return {
    catalog: found,
    files,
    leftovers: leftoversIn(folder, wanted),
    unwritable: [folder.path, folder.data, folder.drafts, folder.catalog].filter(isUnwritable),
    free: freeBytes(folder.path),
  };
}

function catalogFaults({ db }: Catalog): readonly string[] {
  const said = db.all('pragma integrity_check', []).map((row) => String(row.integrity_check));
  const loose = db.all('pragma foreign_key_check', []).map((row) => String(row.table));
  const nowhere = [...new Set(loose)].map((table) => `rows of \`${table}\` refer to rows that are not there`);
  return [...said.filter((words) => words !== 'ok'), ...nowhere];
}

type Wanted = Pick<CheckedFile, 'rows' | 'table' | 'source' | 'of'>;

/** By file; what needs it most counts. */
function wantedFiles(catalog: Catalog): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const want = (file: string, as: Wanted) => {
    if (!wanted.has(file)) wanted.set(file, as);
  };
  for (const [at, commit] of readCommits(catalog).entries())
    for (const { ref, table, source } of usesOfCommit(commit))
      want(ref.file, { rows: ref.rows, table, source, of: at === 0 ? 'head' : 'earlier' });
  for (const row of catalog.db.all('select file, file_rows from runs where file is not null', []))
    want(String(row.file), { rows: Number(row.file_rows), table: 'list', source: null, of: 'run' });
  for (const row of catalog.db.all('select holder, file, rows from held_files', [])) {
    const source = String(row.holder).replace(/^[a-z]+:/, '');
    want(String(row.file), { rows: Number(row.rows), table: 'records', source, of: 'sync' });
  }
  for (const row of catalog.db.all('select distinct file from commit_files', []))
    want(String(row.file), { rows: null, table: 'table', source: null, of: 'undone' });
  return wanted;
}

async function checkFile(folder: WorkspaceFolder, file: string, wanted: Wanted): Promise<CheckedFile> {
  const path = join(folder.data, `${file}.parquet`);
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? null;
  if (bytes === null) return { file, path, ...wanted, bytes: 0, fault: 'missing' };
  const isSound = await hashFile(path).then(
    (hash) => hash === file,
    () => false,
  );
  return { file, path, ...wanted, bytes, fault: isSound ? null : 'altered' };
}

function leftoversIn(folder: WorkspaceFolder, wanted: ReadonlyMap<string, Wanted>): CheckUp['leftovers'] {
  const strays = namesIn(folder.data).filter(
    (name) => name.endsWith('.parquet') && !wanted.has(name.slice(0, -'.parquet'.length)),
  );
  const drafts = namesIn(folder.drafts).filter((name) => !isDraftAlive(name));
  const paths = [
    ...strays.map((name) => join(folder.data, name)),
    ...drafts.map((name) => join(folder.drafts, name)),
  ];
  const sizes = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return { files: paths.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}

function isUnwritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
