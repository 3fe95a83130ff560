import type { Catalog } from './catalog.ts';
import type { SqlRow, SqlValue } from './driver.ts';
import type { Job, JobChange, JobProblem, JobProgress, JobState } from './job-types.ts';
import { fromJson, toJson } from './json-column.ts';
import { isProcessAlive, machine } from './process-life.ts';
import type { Store } from './types.ts';

/** A running job that nobody saw alive for so long is lost, whatever its process number says. */
export const unseenMs = 60_000;

type JobMethods = Pick<Store, 'addJob' | 'updateJob' | 'job' | 'jobs' | 'lostJobs' | 'pruneJobs'>;

/** The long work of a workspace; only what it saves is in the audit trail. */
export function createJobs(catalog: Catalog): JobMethods {
  const { db } = catalog;
  const one = (id: number) => db.all('select * from jobs where id = ?', [id]).map(toJob)[0] ?? null;
  return {
    addJob: ({ kind, request, createdAt }) =>
      catalog.locked(() => {
        const columns = '(kind, state, request, created_at)';
        const given = [kind, 'queued', toJson(request), createdAt];
        return one(db.run(`insert into jobs ${columns} values (?, ?, ?, ?)`, given)) as Job;
      }),
    updateJob: (id, from, change) =>
      catalog.locked(() => {
        if (one(id)?.state !== from || (change.state === 'running' && isTaken(catalog, id))) return null;
        const set = cellsOf(change);
        if (set.length > 0) {
          const names = set.map(([name]) => `${name} = ?`).join(', ');
          db.run(`update jobs set ${names} where id = ?`, [...set.map(([, value]) => value), id]);
        }
        return one(id);
      }),
    job: (id) => catalog.read(() => one(id)),
    jobs: () => catalog.read(() => db.all('select * from jobs order by id desc', []).map(toJob)),
    lostJobs: () =>
      catalog.read(() =>
        db
          .all("select * from jobs where state = 'running'", [])
          .filter((row) => isLost(row, catalog.now()))
          .map(toJob),
      ),
    pruneJobs: (keep) => catalog.locked(() => forgetOver(catalog, keep)),
  };
}

function isTaken({ db }: Catalog, id: number): boolean {
  return db.all("select id from jobs where state = 'running' and id <> ?", [id]).length > 0;
}

function forgetOver({ db }: Catalog, keep: number): readonly Job[] {
  const over = "state not in ('queued', 'running')";
  const old = db.all(`select * from jobs where ${over} order by id desc limit -1 offset ?`, [keep]);
  for (const { id } of old) db.run('delete from jobs where id = ?', [id ?? null]);
  return old.map(toJob);
}

function isLost({ process: name, seen_at: seen }: SqlRow, now: Date): boolean {
  if (typeof seen === 'string' && now.getTime() - Date.parse(seen) > unseenMs) return true;
  const [host, pid] = String(name).split('-');
  return host === machine && !isProcessAlive(Number(pid));
}

const columnOf: { readonly [K in keyof JobChange]-?: string } = {
  state: 'state',
  progress: 'progress',
  result: 'result',
  error: 'error',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  seenAt: 'seen_at',
  pid: 'process',
  headId: 'head_id',
};

const jsonColumns: readonly string[] = ['progress', 'result', 'error'];

function cellsOf(change: JobChange): readonly (readonly [string, SqlValue])[] {
  return Object.entries(change).map(([key, value]) => {
    const name = columnOf[key as keyof JobChange];
    if (jsonColumns.includes(name)) return [name, value === null ? null : toJson(value)] as const;
    return [
      name,
      key === 'pid' && value !== null ? `${machine}-${String(value as number)}` : (value as SqlValue),
    ] as const;
  });
}

function toJob(row: SqlRow): Job {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  const json = <T>(name: string, shape: 'object' | 'any') =>
    row[name] === null ? null : fromJson<T>(row, name, shape);
  return {
    id: Number(row.id),
    kind: String(row.kind),
    state: row.state as JobState,
    request: fromJson<unknown>(row, 'request', 'any'),
    progress: json<JobProgress>('progress', 'object'),
    result: json<unknown>('result', 'any'),
    error: json<JobProblem>('error', 'object'),
    createdAt: String(row.created_at),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
    seenAt: text('seen_at'),
    pid: row.process === null ? null : Number(String(row.process).split('-')[1]),
    headId: row.head_id === null ? null : Number(row.head_id),
  };
}
