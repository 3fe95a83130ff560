import { column, type SqlQuery, type SqlSelect, select, subquery, union } from '../../base/sql/index.ts';
import { normalizeName } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** Names with the form by which they are compared, as `written` and `key`. */
export interface NormalizedNames {
  readonly query: SqlSelect;
  readonly rows: number;
}

/** Normalises the different names that these queries give as `name`. */
export async function normalizedNames(
  scratch: Scratch,
  names: readonly SqlQuery[],
): Promise<NormalizedNames> {
  const all = select({ columns: [column('name')], distinct: true, from: subquery(union(names), 'n') });
  const columns = [
    { name: 'written', type: 'text' },
    { name: 'key', type: 'text' },
  ] as const;
  const { from, rows } = await scratch.spool(columns, normalize(scratch, all));
  return { query: select({ columns: [column('written'), column('key')], from }), rows };
}

async function* normalize(
  scratch: Scratch,
  names: SqlSelect,
): AsyncIterable<readonly (readonly [string, string])[]> {
  for await (const batch of scratch.engine.stream(names)) {
    const keyed = batch.map(({ name }) => [String(name), normalizeName(String(name))] as const);
    yield keyed.filter(([, key]) => key !== '');
  }
}
