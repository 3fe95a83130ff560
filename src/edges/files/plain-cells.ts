import {
  and,
  type ColumnInfo,
  call,
  caseWhen,
  cast,
  eq,
  lt,
  named,
  number,
  type SqlExpr,
  type SqlSelect,
  text,
  when,
} from '../../base/sql/index.ts';

/** Beyond this a real number no longer tells whole numbers apart. */
const MOST_WHOLE = 1e15;

/**
 * The same query with cells as people write them: the values of a set joined by semicolons, whole numbers without
 * `.0`. Columns by which the query is ordered stay, so that they order as before.
 */
export function plainCells(query: SqlSelect, columns: readonly ColumnInfo[]): SqlSelect {
  const ordering = new Set(query.orderBy.flatMap(({ of }) => (of.kind === 'column' ? [of.name] : [])));
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  return {
    ...query,
    columns: query.columns.map((each) => {
      const type = ordering.has(each.as) ? undefined : typeOf.get(each.as);
      if (type === 'text[]') return named(call('joinTexts', each.expr, text('; ')), each.as);
      return type === 'double' ? named(plainNumber(each.expr), each.as) : each;
    }),
  };
}

function plainNumber(of: SqlExpr): SqlExpr {
  const whole = and([lt(call('abs', of), number(MOST_WHOLE)), eq(of, call('floor', of))]);
  return caseWhen([when(whole, cast(cast(of, 'integer'), 'text'))], cast(of, 'text'));
}
