import { createHash } from 'node:crypto';
import type { Field, Snapshot, TableName, TableRef } from '../../stages/dataset/index.ts';

const SHORT = 12;

/** The snapshot of these tables and fields, named by the hash of both: the same data has the same name. */
export function snapshotOf(
  tables: Readonly<Partial<Record<TableName, TableRef>>>,
  fields: readonly Field[],
): Snapshot {
  const files = Object.entries(tables)
    .map(([name, { file, rows }]) => [name, file, rows])
    .toSorted((one, two) => String(one[0]).localeCompare(String(two[0])));
  const hash = createHash('sha256')
    .update(JSON.stringify([files, fields]))
    .digest('hex');
  return { id: hash.slice(0, SHORT), tables, fields };
}
