import { BestfitError } from '../../base/errors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import { usesOfCommit } from './file-uses.ts';
import { toJson } from './json-column.ts';
import { readCommits, toCommit } from './read-commits.ts';
import type { StoreFiles } from './store-files.ts';
import type { NewCommit, Store } from './types.ts';

type CommitMethods = Pick<Store, 'head' | 'commits' | 'commit' | 'undo'>;

/** The chain of commits and its head. */
export function createCommits(catalog: Catalog, files: StoreFiles): CommitMethods {
  const { db, workspace } = catalog;
  const byId = (id: number) => db.all('select * from commits where id = ?', [id]).map(toCommit)[0] ?? null;
  const head = () =>
    db.all('select c.* from head h join commits c on c.id = h.commit_id', []).map(toCommit)[0] ?? null;
  const moveHead = (id: number | null) => db.run('update head set commit_id = ?', [id]);

  return {
    head: () => catalog.read(head),
    commits: () => catalog.read(() => readCommits(catalog)),
    commit: (change) =>
      catalog.write(
        () => {
          const parent = headId(catalog);
          if (change.parent !== undefined && change.parent !== parent)
            throw new BestfitError('store.changed-meanwhile', { workspace });
          files.secureAll(filesOf(change));
          const id = insertCommit(catalog, change, parent);
          moveHead(id);
          const { what, at, snapshot, sources, quarantine } = change;
          return { id, parent, what, at, snapshot, sources, quarantine };
        },
        (made) => ({ action: 'commit', subject: `${made.id}: ${made.what}`, by: null }),
      ),
    undo: () =>
      catalog.write(
        () => {
          const undone = head();
          if (undone === null) throw new BestfitError('store.nothing-to-undo', { workspace });
          moveHead(undone.parent);
          db.run('update commits set undone_at = ? where id = ?', [catalog.now().toISOString(), undone.id]);
          return { undone, now: undone.parent === null ? null : byId(undone.parent) };
        },
        ({ undone }) => ({ action: 'undo', subject: `${undone.id}: ${undone.what}`, by: null }),
      ),
  };
}

function headId({ db }: Catalog): number | null {
  const id = db.all('select commit_id from head', [])[0]?.commit_id;
  return typeof id === 'number' ? id : null;
}

function insertCommit({ db }: Catalog, change: NewCommit, parent: number | null): number {
  const { what, at, snapshot, sources, quarantine } = change;
  const id = db.run(
    'insert into commits (parent, at, what, snapshot_id, snapshot, sources, quarantine) values (?, ?, ?, ?, ?, ?, ?)',
    [parent, at, what, snapshot.id, toJson(snapshot), toJson(sources), quarantine && toJson(quarantine)],
  );
  for (const { file } of filesOf(change))
    db.run('insert or ignore into commit_files (commit_id, file) values (?, ?)', [id, file]);
  return id;
}

function filesOf(change: NewCommit): readonly TableRef[] {
  return usesOfCommit(change).map(({ ref }) => ref);
}
