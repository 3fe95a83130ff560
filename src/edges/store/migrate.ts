import { BestfitError } from '../../base/errors/index.ts';
import type { Driver } from './driver.ts';
import { applicationId } from './migrations.ts';

/** Reads one integer pragma. */
function pragma(db: Driver, name: 'user_version' | 'application_id'): number {
  return Number(db.all(`pragma ${name}`, [])[0]?.[name] ?? 0);
}

/** What a database file is: one of ours at some schema version, an empty one, or somebody else's. */
export function inspectCatalog(
  db: Driver,
): { kind: 'ours'; version: number } | { kind: 'empty' | 'foreign' } {
  if (pragma(db, 'application_id') === applicationId)
    return { kind: 'ours', version: pragma(db, 'user_version') };
  const tables = db.all('select name from sqlite_schema limit 1', []);
  return { kind: tables.length === 0 ? 'empty' : 'foreign' };
}

/** Brings the catalog to the newest schema in one transaction; a catalog of a newer Bestfit is refused. */
export function migrate(db: Driver, migrations: readonly string[], workspace: string): void {
  const newest = migrations.length;
  const found = pragma(db, 'user_version');
  if (found > newest) throw new BestfitError('store.newer-schema', { workspace, found, newest });
  if (found === newest) return;
  db.transaction(() => {
    for (const sql of migrations.slice(pragma(db, 'user_version'))) db.exec(sql);
    db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${newest}`);
  });
}
