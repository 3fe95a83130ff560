import {
  aggregate,
  column,
  max,
  named,
  parquet,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';
import { desiredColumn } from './write-plan.ts';

/** Of each record what was written last: `id`, `at` and texts `d1..dn`, empty where a field was emptied; a file that comes later counts, at one moment. */
export function lastWritten(paths: readonly string[], alias: string, fields: number): SqlRelation {
  const at = column('at', 'f');
  const last = (name: string) => aggregate('argMax', [column(name, 'f'), at]);
  const texts = Array.from({ length: fields }, (_, place) => desiredColumn(place));
  return subquery(
    select({
      columns: [
        named(column('id', 'f'), 'id'),
        named(max(at), 'at'),
        ...texts.map((name) => named(last(name), name)),
      ],
      from: parquet(paths, 'f'),
      groupBy: [column('id', 'f')],
    }),
    alias,
  );
}
