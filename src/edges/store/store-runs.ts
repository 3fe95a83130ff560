import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson, toJson } from './json-column.ts';
import type { StoreFiles } from './store-files.ts';
import type { Run, Store } from './types.ts';

/** The computed results of a workspace. */
export function createRuns(
  catalog: Catalog,
  files: StoreFiles,
): Pick<Store, 'saveRun' | 'latestRun' | 'latestRunId' | 'runs'> {
  return {
    saveRun: (run) =>
      catalog.write(
        () => {
          if (run.file !== null) files.secureAll([run.file]);
          return { id: insertRun(catalog, run), ...run };
        },
        (made) => ({ action: `run ${made.kind}`, subject: String(made.id), by: null }),
      ),
    latestRun: (kind, { snapshot }) =>
      catalog.read(() => {
        const [where, params] =
          snapshot === null ? ['kind = ?', [kind]] : ['kind = ? and snapshot = ?', [kind, snapshot]];
        const rows = catalog.db.all(`select * from runs where ${where} order by id desc limit 1`, params);
        return rows.map(toRun)[0] ?? null;
      }),
    latestRunId: (kind, { snapshot }) =>
      catalog.read(() => {
        const newest = 'select max(id) as id from runs where kind = ? and snapshot = ?';
        const id = catalog.db.all(newest, [kind, snapshot])[0]?.id ?? null;
        return id === null ? null : Number(id);
      }),
    runs: (kind, { snapshot }) =>
      catalog.read(() =>
        catalog.db
          .all('select * from runs where kind = ? and snapshot = ? order by id desc', [kind, snapshot])
          .map(toRun),
      ),
  };
}

function insertRun({ db }: Catalog, run: Omit<Run, 'id'>): number {
  return db.run(
    `insert into runs (kind, at, snapshot, profile_name, profile_version, as_of, seed, options, result, file, file_rows)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      run.kind,
      run.at,
      run.snapshot,
      run.profile?.name ?? null,
      run.profile?.version ?? null,
      run.asOf,
      run.seed,
      toJson(run.options),
      toJson(run.result),
      run.file?.file ?? null,
      run.file?.rows ?? null,
    ],
  );
}

function toRun(row: SqlRow): Run {
  return {
    id: Number(row.id),
    kind: row.kind as Run['kind'],
    at: String(row.at),
    snapshot: String(row.snapshot),
    profile:
      row.profile_name === null
        ? null
        : { name: String(row.profile_name), version: Number(row.profile_version) },
    asOf: String(row.as_of),
    seed: row.seed === null ? null : Number(row.seed),
    options: fromJson<unknown>(row, 'options', 'any'),
    result: fromJson<unknown>(row, 'result', 'any'),
    file: row.file === null ? null : { file: String(row.file), rows: Number(row.file_rows) },
  };
}
