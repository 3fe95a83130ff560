import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import { draftName } from './draft-name.ts';
import { copyDatabase, openDriver, type SqlRow } from './driver.ts';
import { inspectCatalog } from './migrate.ts';
import { migrations } from './migrations.ts';
import { toStoreFailure } from './store-failure.ts';
import { makeFolders, syncFolder, workspaceFolder } from './workspace-folder.ts';

/** A part to be put back: where it belongs, and what writes it to a new file, its content checked. */
export interface RestoredPart {
  readonly path: string;
  readonly extract: (to: string) => Promise<void>;
}

/** What to put back, and whether data may be replaced. */
export interface RestoreOptions {
  readonly parts: readonly RestoredPart[];
  readonly force: boolean;
  /** For the audit trail. */
  readonly now: Date;
}

/**
 * Puts the parts of a backup into a folder: first the data files, which nothing refers to yet, at last the catalog in one
 * transaction. Until then the folder is what it was: no workspace, or the one that it held.
 */
export async function restoreWorkspace(path: string, { parts, force, now }: RestoreOptions): Promise<void> {
  const folder = workspaceFolder(resolve(path));
  const isBroken = refuseData(folder.catalog, { workspace: folder.path, force });
  const draft = join(folder.drafts, draftName('db'));
  try {
    makeFolders(folder);
    for (const part of parts) await putBack(folder.path, { part, folder: folder.drafts, catalog: draft });
    refuseForeign(draft, folder.path);
    syncFolder(folder.data);
    const old = existsSync(folder.catalog) && !isBroken ? folder.catalog : null;
    noteRestore(draft, { old, at: now.toISOString() });
    if (isBroken) moveAside(folder.catalog);
    await copyDatabase(draft, folder.catalog);
    syncFolder(folder.path);
  } catch (error) {
    throw toStoreFailure(error, folder.path);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  }
}

/** True when there is a catalog that cannot be read, to be replaced. */
function refuseData(catalog: string, { workspace, force }: { workspace: string; force: boolean }): boolean {
  const found = existsSync(catalog) ? contentOf(catalog) : 'nothing';
  if (found !== 'nothing' && !force) throw new BestfitError('restore.has-data', { workspace });
  return found === 'broken';
}

function contentOf(catalog: string): 'nothing' | 'data' | 'broken' {
  try {
    const db = openDriver(catalog, { busyMs: 5000 });
    try {
      const { kind } = inspectCatalog(db);
      if (kind !== 'ours') return kind === 'empty' ? 'nothing' : 'broken';
      const said = ['commits', 'profiles', 'judgements', 'hypotheses'];
      return said.some((table) => db.all(`select 1 from ${table} limit 1`, []).length > 0)
        ? 'data'
        : 'nothing';
    } finally {
      db.close();
    }
  } catch {
    return 'broken';
  }
}

interface Placing {
  readonly part: RestoredPart;
  readonly folder: string;
  readonly catalog: string;
}

async function putBack(workspace: string, { part, folder, catalog }: Placing): Promise<void> {
  if (part.path === 'catalog.db') return part.extract(catalog);
  const target = join(workspace, part.path);
  const draft = join(folder, draftName('part'));
  try {
    await part.extract(draft);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseForeign(catalog: string, workspace: string): void {
  const db = openDriver(catalog, { busyMs: 0 });
  try {
    const found = inspectCatalog(db);
    if (found.kind !== 'ours')
      throw new BestfitError('store.damaged', { what: 'the catalog of the backup is not one of Bestfit' });
    const newest = migrations.length;
    if (found.version > newest)
      throw new BestfitError('store.newer-schema', { workspace, found: found.version, newest });
  } finally {
    db.close();
  }
}

/**
 * Writes the restore into the trail, and lets numbers go on above those of the catalog that is replaced: a window that is
 * open on it then never takes a new commit or result for an old one.
 */
function noteRestore(draft: string, { old, at }: { readonly old: string | null; readonly at: string }): void {
  const above = old === null ? [] : numbersOf(old);
  const db = openDriver(draft, { busyMs: 0 });
  try {
    db.transaction(() => {
      const note = 'insert into audit (at, action, subject, done_by) values (?, ?, ?, null)';
      db.run(note, [at, 'restore', 'a backup']);
      for (const { name, seq } of above)
        db.run('update sqlite_sequence set seq = max(seq, ?) where name = ?', [seq ?? 0, name ?? null]);
      db.run(note, [at, 'restore', 'done']);
    });
  } finally {
    db.close();
  }
}

function numbersOf(catalog: string): readonly SqlRow[] {
  const db = openDriver(catalog, { busyMs: 5000 });
  try {
    return inspectCatalog(db).kind === 'ours' ? db.all('select name, seq from sqlite_sequence', []) : [];
  } finally {
    db.close();
  }
}

/** A catalog that cannot be read is kept beside the new one, for whoever can make something of it. */
function moveAside(catalog: string): void {
  const name = `${catalog}.broken-${Date.now()}`;
  renameSync(catalog, name);
  for (const ending of ['-wal', '-shm'])
    if (existsSync(`${catalog}${ending}`)) renameSync(`${catalog}${ending}`, `${name}${ending}`);
}
