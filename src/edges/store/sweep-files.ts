import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './catalog.ts';
import { isDraftAlive } from './draft-name.ts';
import type { WorkspaceFolder } from './workspace-folder.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A file that nothing refers to yet may be minutes from its commit. */
export const graceMs = 60 * minute;
/** A draft of a dead process is kept this long; one of any process, unwritten for `abandonedMs`, is dropped. */
export const draftGraceMs = 10 * minute;
/** A draft that nobody wrote to for this long is dropped, whatever process made it. */
export const abandonedMs = 7 * day;
/** How long an undone commit keeps its files, so that a mistaken undo can still be put right. */
export const undoneMs = 30 * day;

/**
 * Deletes what nothing refers to any more. Kept: files of every commit from the head back to the first, of commits
 * undone less than 30 days ago, of every run on those; unreferenced files younger than an hour; drafts of living
 * processes. Holds the write lock, as adopting and committing do, so that none of them can lose a file to it.
 */
export async function sweepFiles(catalog: Catalog, folder: WorkspaceFolder): Promise<number> {
  await forgetUndone(catalog);
  return await catalog.locked(() => {
    const kept = referencedFiles(catalog);
    catalog.db.run(forgottenMarks, []);
    return (
      removeFrom(folder.data, (name, ageMs) => isStray(name, kept) && ageMs > graceMs) +
      removeFrom(folder.drafts, (name, ageMs) => ageMs > (isDraftAlive(name) ? abandonedMs : draftGraceMs))
    );
  });
}

function isStray(name: string, kept: ReadonlySet<string>): boolean {
  const hash = /^([0-9a-f]{64})\.parquet$/.exec(name)?.[1];
  return hash !== undefined && !kept.has(hash);
}

/** The files that anything in the catalog refers to. */
export const referredSql = `
  select file from commit_files
  union select file from runs where file is not null
  union select file from held_files`;

const forgottenMarks = `delete from files where file not in (${referredSql})`;

function referencedFiles({ db }: Catalog): ReadonlySet<string> {
  return new Set(db.all(referredSql, []).map((row) => String(row.file)));
}

async function forgetUndone(catalog: Catalog): Promise<void> {
  const before = new Date(catalog.now().getTime() - undoneMs).toISOString();
  const isOld = 'undone_at is not null and undone_at < ?';
  const old = await catalog.read(() => catalog.db.all(`select id from commits where ${isOld}`, [before]));
  if (old.length === 0) return;
  await catalog.write(
    () => {
      catalog.db.run(`delete from commits where ${isOld}`, [before]);
      catalog.db.run(
        'update runs set file = null, file_rows = null where snapshot not in (select snapshot_id from commits)',
        [],
      );
    },
    () => ({ action: 'forget', subject: `${old.length} undone commits`, by: null }),
  );
}

function removeFrom(folder: string, isOver: (name: string, ageMs: number) => boolean): number {
  const over = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => isOver(entry.name, Date.now() - statSync(join(folder, entry.name)).mtimeMs));
  for (const entry of over) rmSync(join(folder, entry.name), { force: true });
  return over.length;
}
