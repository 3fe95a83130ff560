import type { Catalog } from './catalog.ts';
import type { Store } from './types.ts';

/** The secrets of connections, sealed by who gives them; the trail says that one was set, never what it is. */
export function createSecrets(catalog: Catalog): Pick<Store, 'secret' | 'setSecret' | 'removeSecrets'> {
  const { db } = catalog;
  return {
    secret: (connection, name) =>
      catalog.read(() => {
        const sql = 'select sealed from secrets where connection = ? and name = ?';
        const row = db.all(sql, [connection, name])[0];
        return row === undefined ? null : String(row.sealed);
      }),
    setSecret: (connection, name, sealed) =>
      catalog.write(
        () => {
          const sql = `insert or replace into secrets (connection, name, sealed, changed_at) values (?, ?, ?, ?)`;
          db.run(sql, [connection, name, sealed, catalog.now().toISOString()]);
        },
        () => ({ action: 'set secret', subject: `${connection} ${name}`, by: null }),
      ),
    removeSecrets: (connection) =>
      catalog.write(
        () => {
          db.run('delete from secrets where connection = ?', [connection]);
        },
        () => ({ action: 'remove secrets', subject: connection, by: null }),
      ),
  };
}
