import { BestfitError } from '../../base/errors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import type { JobProblem } from './job-types.ts';
import { fromJson, toJson } from './json-column.ts';
import { isProcessAlive, machine } from './process-life.ts';
import type { StoreFiles } from './store-files.ts';
import { unseenMs } from './store-jobs.ts';
import type { Held, SyncEnd, SyncRun, SyncStatus, SyncStore } from './sync-types.ts';

type RunMethods = Pick<SyncStore, 'streamStates' | 'startSync' | 'checkpointSync' | 'endSync' | 'syncs'>;

/** The runs of syncs, and what is known of the streams of connections. */
export function createSyncs(catalog: Catalog, files: StoreFiles): RunMethods {
  const { db, now } = catalog;
  const one = (id: number) => db.all('select * from syncs where id = ?', [id]).map(toSync)[0] as SyncRun;
  const hold = (holder: string, refs: readonly TableRef[]) => {
    files.secureAll(refs);
    holdFiles(catalog, holder, refs);
  };
  return {
    streamStates: (connection) =>
      catalog.read(() => {
        const rows = db.all('select stream, state from streams where connection = ?', [connection]);
        return Object.fromEntries(
          rows.map((row) => [String(row.stream), fromJson<unknown>(row, 'state', 'any')]),
        );
      }),
    startSync: (run) => catalog.locked(() => startRun(catalog, run, one)),
    checkpointSync: (id, checkpoint) =>
      catalog.locked(() => {
        refuseTaken(one(id));
        db.run('update syncs set seen_at = ? where id = ?', [now().toISOString(), id]);
        if (checkpoint === null) return;
        db.run('update syncs set checkpoint = ? where id = ?', [toJson(checkpoint.value), id]);
        hold(`sync:${id}`, checkpoint.files);
      }),
    endSync: (id, end) =>
      catalog.write(
        () => {
          refuseTaken(one(id));
          const { connection } = one(id);
          saveEnd(catalog, id, end);
          for (const [stream, held] of Object.entries(end.streams)) {
            saveStream(catalog, { connection, stream, held });
            hold(`stream:${connection}/${stream}`, held.files);
          }
          if (end.state === 'done') forgetCheckpoints(catalog, one(id));
          return one(id);
        },
        (run) => ({ action: `sync ${run.kind}`, subject: `${run.connection}: ${run.state}`, by: null }),
      ),
    syncs: (connection, limit) =>
      catalog.read(() => {
        const [where, params] = connection === null ? ['true', []] : ['connection = ?', [connection]];
        const sql = `select * from syncs where ${where} order by id desc limit ?`;
        return db.all(sql, [...params, limit]).map(toSync);
      }),
  };
}

type NewRun = Parameters<SyncStore['startSync']>[0];

function startRun(
  catalog: Catalog,
  { connection, kind, startedAt }: NewRun,
  one: (id: number) => SyncRun,
): SyncRun | null {
  interruptLost(catalog, connection);
  const { db, now } = catalog;
  const running = "select 1 from syncs where connection = ? and state = 'running'";
  if (db.all(running, [connection]).length > 0) return null;
  const columns = '(connection, kind, state, started_at, seen_at, process)';
  const cells = [connection, kind, 'running', startedAt, now().toISOString(), `${machine}-${process.pid}`];
  return one(db.run(`insert into syncs ${columns} values (?, ?, ?, ?, ?, ?)`, cells));
}

/** A process that was taken for dead, and is not, must not write over the work of the one that took its place. */
function refuseTaken(run: SyncRun | undefined): void {
  if (run?.state !== 'running')
    throw new BestfitError('sync.taken-over', { connection: run?.connection ?? '' });
}

function interruptLost({ db, now }: Catalog, connection: string): void {
  for (const row of db.all("select * from syncs where connection = ? and state = 'running'", [connection])) {
    const [host, pid] = String(row.process).split('-');
    const unseen = now().getTime() - Date.parse(String(row.seen_at)) > unseenMs;
    if (!unseen && (host !== machine || isProcessAlive(Number(pid)))) continue;
    db.run("update syncs set state = 'interrupted', ended_at = seen_at where id = ?", [row.id ?? null]);
  }
}

function saveEnd({ db }: Catalog, id: number, { state, endedAt, result, error }: SyncEnd): void {
  db.run('update syncs set state = ?, ended_at = ?, result = ?, error = ? where id = ?', [
    state,
    endedAt,
    result === null ? null : toJson(result),
    error === null ? null : toJson(error),
    id,
  ]);
}

interface StreamRow {
  readonly connection: string;
  readonly stream: string;
  readonly held: Held;
}

function saveStream({ db }: Catalog, { connection, stream, held }: StreamRow): void {
  db.run('insert or replace into streams (connection, stream, state) values (?, ?, ?)', [
    connection,
    stream,
    toJson(held.value),
  ]);
}

/** Replaces the files that a holder keeps from being swept. */
function holdFiles({ db }: Catalog, holder: string, refs: readonly TableRef[]): void {
  db.run('delete from held_files where holder = ?', [holder]);
  for (const { file, rows } of refs)
    db.run('insert or ignore into held_files (holder, file, rows) values (?, ?, ?)', [holder, file, rows]);
}

/** A run that is done leaves nothing to go on from, nor do those before it. */
function forgetCheckpoints({ db }: Catalog, { id, connection, kind }: SyncRun): void {
  const over = 'connection = ? and kind = ? and id <= ?';
  for (const row of db.all(`select id from syncs where ${over}`, [connection, kind, id]))
    db.run('delete from held_files where holder = ?', [`sync:${String(row.id)}`]);
  db.run(`update syncs set checkpoint = null where ${over}`, [connection, kind, id]);
}

function toSync(row: SqlRow): SyncRun {
  const json = <T>(name: string) => (row[name] === null ? null : fromJson<T>(row, name, 'any'));
  return {
    id: Number(row.id),
    connection: String(row.connection),
    kind: row.kind as SyncRun['kind'],
    state: row.state as SyncStatus,
    startedAt: String(row.started_at),
    endedAt: row.ended_at === null ? null : String(row.ended_at),
    checkpoint: json<unknown>('checkpoint'),
    result: json<unknown>('result'),
    error: json<JobProblem>('error'),
  };
}
