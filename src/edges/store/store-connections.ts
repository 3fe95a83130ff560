import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson, toJson } from './json-column.ts';
import type { Connection, SyncStore } from './sync-types.ts';

type ConnectionMethods = Pick<
  SyncStore,
  'connections' | 'connection' | 'saveConnection' | 'saveUsage' | 'removeConnection'
>;

/** The sources of records that a person connected. */
export function createConnections(catalog: Catalog): ConnectionMethods {
  const { db } = catalog;
  return {
    connections: () =>
      catalog.read(() => db.all('select * from connections order by name', []).map(toConnection)),
    connection: (name) =>
      catalog.read(
        () => db.all('select * from connections where name = ?', [name]).map(toConnection)[0] ?? null,
      ),
    saveConnection: (connection) =>
      catalog.write(
        () => save(catalog, connection),
        () => ({ action: 'connect', subject: connection.name, by: null }),
      ),
    saveUsage: (name, usage) =>
      catalog.locked(() => {
        db.run('update connections set usage = ? where name = ?', [toJson(usage), name]);
      }),
    removeConnection: (name) =>
      catalog.write(
        () => {
          const runs = "select 'sync:' || id from syncs where connection = ?";
          db.run(`delete from held_files where holder in (${runs})`, [name]);
          const held = "select 'stream:' || connection || '/' || stream from streams where connection = ?";
          db.run(`delete from held_files where holder in (${held})`, [name]);
          db.run('delete from syncs where connection = ?', [name]);
          db.run('delete from connections where name = ?', [name]);
        },
        () => ({ action: 'disconnect', subject: name, by: null }),
      ),
  };
}

function save({ db }: Catalog, { name, connector, settings, account, usage, createdAt }: Connection): void {
  db.run(
    `insert into connections (name, connector, settings, account, usage, created_at) values (?, ?, ?, ?, ?, ?)
     on conflict (name) do update set
       connector = excluded.connector, settings = excluded.settings, account = excluded.account, usage = excluded.usage`,
    [name, connector, toJson(settings), toJson(account), usage === null ? null : toJson(usage), createdAt],
  );
}

function toConnection(row: SqlRow): Connection {
  return {
    name: String(row.name),
    connector: String(row.connector),
    settings: fromJson<unknown>(row, 'settings', 'any'),
    account: fromJson<unknown>(row, 'account', 'any'),
    usage: row.usage === null ? null : fromJson<unknown>(row, 'usage', 'any'),
    createdAt: String(row.created_at),
  };
}
