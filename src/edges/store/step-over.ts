import type { Catalog } from './catalog.ts';
import { usesOfCommit } from './file-uses.ts';
import { readCommits } from './read-commits.ts';
import type { Commit, SteppedOver } from './types.ts';

/**
 * Lets nothing refer to damaged files any more: results in them are dropped, commits that need them count as undone, and
 * the newest commit without them is current. When every commit needs one, none is touched.
 */
export function stepOver(catalog: Catalog, files: readonly string[]): Promise<SteppedOver> {
  return catalog.write(
    () => {
      const runs = dropRuns(catalog, files);
      dropHeld(catalog, files);
      const commits = readCommits(catalog);
      const isSound = (commit: Commit) => usesOfCommit(commit).every(({ ref }) => !files.includes(ref.file));
      const sound = commits.filter(isSound);
      const head = sound[0] ?? null;
      if (head === null) return { commits: [], runs, head };
      const over = commits.filter((commit) => !isSound(commit));
      if (over.length > 0) relink(catalog, sound, over);
      return { commits: over, runs, head };
    },
    ({ commits, runs }) => ({
      action: 'repair',
      subject: `stepped over commits ${commits.map(({ id }) => id).join(' ') || 'none'}; dropped ${runs} results`,
      by: null,
    }),
  );
}

function dropRuns({ db }: Catalog, files: readonly string[]): number {
  const marks = files.map(() => '?').join(', ');
  const dropped = db.all(`select id from runs where file in (${marks})`, files);
  for (const { id } of dropped) db.run('delete from runs where id = ?', [id ?? null]);
  return dropped.length;
}

/** What a connection read is forgotten where its file is damaged: it is read again from the beginning. */
function dropHeld({ db }: Catalog, files: readonly string[]): void {
  const marks = files.map(() => '?').join(', ');
  const holders = db.all(`select distinct holder from held_files where file in (${marks})`, files);
  for (const { holder } of holders) {
    db.run('delete from held_files where holder = ?', [holder ?? null]);
    db.run("delete from streams where 'stream:' || connection || '/' || stream = ?", [holder ?? null]);
    db.run("update syncs set checkpoint = null where 'sync:' || id = ?", [holder ?? null]);
  }
}

function relink({ db, now }: Catalog, sound: readonly Commit[], over: readonly Commit[]): void {
  const at = now().toISOString();
  for (const [index, { id }] of sound.entries())
    db.run('update commits set parent = ? where id = ?', [sound[index + 1]?.id ?? null, id]);
  for (const { id } of over) db.run('update commits set undone_at = ? where id = ?', [at, id]);
  db.run('update head set commit_id = ?', [sound[0]?.id ?? null]);
}
