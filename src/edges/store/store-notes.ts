import type { Catalog } from './catalog.ts';
import { fromJson, toJson } from './json-column.ts';
import type { Store } from './types.ts';

/** The workspace's settings and the trail of what was done to it. */
export function createNotes(catalog: Catalog): Pick<Store, 'setting' | 'setSetting' | 'audit' | 'revision'> {
  const { db } = catalog;
  return {
    setting: (key) =>
      catalog.read(() => {
        const row = db.all('select value from settings where key = ?', [key])[0];
        return row === undefined ? null : fromJson<unknown>(row, 'value', 'any');
      }),
    setSetting: (key, value) =>
      catalog.write(
        () => {
          db.run('insert or replace into settings (key, value) values (?, ?)', [key, toJson(value)]);
        },
        () => ({ action: 'setting', subject: key, by: null }),
      ),
    revision: () =>
      catalog.read(() => {
        const last = "select max(id) as id from audit where action <> 'run value'";
        return Number(db.all(last, [])[0]?.id ?? 0);
      }),
    audit: () =>
      catalog.read(() =>
        db.all('select at, action, subject, done_by from audit order by id', []).map((row) => ({
          at: String(row.at),
          action: String(row.action),
          subject: String(row.subject),
          by: row.done_by === null ? null : String(row.done_by),
        })),
      ),
  };
}
