import { describe, expect, it } from 'vitest';
import { column } from './columns.ts';
import { boolean } from './literals.ts';
import { select, union } from './queries.ts';
import { crossJoin, join, parquet, subquery, table, unnest } from './relations.ts';
import { tableNames } from './table-names.ts';
import type { SqlRelation } from './types.ts';

const from = (relation: SqlRelation) => select({ columns: [column('n')], from: relation });

describe('the tables of a query', () => {
  it('are found in joins, subqueries, lists, unions and WITH', () => {
    const lists = unnest(table('lists'), { of: column('l'), as: 'e', alias: 'u' });
    const nested = join(subquery(from(table('inner')), 's'), lists, boolean(true));
    const query = union([from(crossJoin(nested, parquet('file'))), { ...from(table('b')), with: [] }]);
    expect([...tableNames(query)].toSorted()).toEqual(['b', 'inner', 'lists']);
  });

  it('are not the names that the query defines', () => {
    const query = { ...from(table('defined')), with: [{ name: 'defined', query: from(table('real')) }] };
    expect([...tableNames(query)]).toEqual(['real']);
  });
});
