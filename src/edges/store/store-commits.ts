import { BestfitError } from '../../base/errors/index.ts';
import type { Snapshot, SourceState, TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson, toJson } from './json-column.ts';
import type { StoreFiles } from './store-files.ts';
import type { Commit, NewCommit, Store } from './types.ts';

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
    commits: () => catalog.read(() => db.all(chainSql, []).map(toCommit)),
    commit: (change) =>
      catalog.write(
        () => {
          const parent = headId(catalog);
          if (change.parent !== undefined && change.parent !== parent)
            throw new BestfitError('store.changed-meanwhile', { workspace });
          files.requireAll(filesOf(change));
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

const chainSql = `
  with recursive chain (id, parent) as (
    select c.id, c.parent from head h join commits c on c.id = h.commit_id
    union all
    select c.id, c.parent from chain join commits c on c.id = chain.parent
  )
  select commits.* from chain join commits on commits.id = chain.id order by commits.id desc`;

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

function filesOf({ snapshot, sources, quarantine }: NewCommit): readonly TableRef[] {
  const refs = [
    ...Object.values(snapshot.tables),
    ...sources.flatMap((source) => [
      ...Object.values(source.parts),
      source.lookup,
      source.rates?.table ?? null,
      ...datedFiles(source),
    ]),
    quarantine,
  ];
  return refs.filter((ref) => ref !== null);
}

function datedFiles({ dated }: SourceState): readonly (TableRef | null)[] {
  if (dated === undefined) return [];
  const states = [{ parts: {}, signals: dated.signals }, ...dated.earlier];
  return states.flatMap(({ parts, signals }) => [
    ...Object.values(parts),
    signals.listed?.ref ?? null,
    signals.gone?.ref ?? null,
    signals.changes,
  ]);
}

function toCommit(row: SqlRow): Commit {
  return {
    id: Number(row.id),
    parent: row.parent === null ? null : Number(row.parent),
    at: String(row.at),
    what: String(row.what),
    snapshot: fromJson<Snapshot>(row, 'snapshot', 'object'),
    sources: fromJson<readonly SourceState[]>(row, 'sources', 'array'),
    quarantine: row.quarantine === null ? null : fromJson<TableRef>(row, 'quarantine', 'object'),
  };
}
