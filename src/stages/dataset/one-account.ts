import {
  aggregate,
  antiJoin,
  call,
  caseWhen,
  column,
  eq,
  leftJoin,
  type NamedExpr,
  named,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  union,
  when,
  window,
} from '../../base/sql/index.ts';
import { isKnown, type MergedField } from './join-fields.ts';
import { inOrder } from './join-tables.ts';
import { columnsNamed, columnsOfField } from './plan-columns.ts';

const KEY = 'account_id';
const ONE = '__one';

/**
 * The accounts where several are one: `pairs` gives for an account (`own`) the one that it is (`known`). Of each field
 * the value of the smallest id that knows it counts.
 */
export function oneAccountEach(
  whole: SqlRelation,
  merged: readonly MergedField[],
  pairs: SqlRelation,
): SqlSelect {
  const names = merged.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
  const rows = subquery(select({ columns: columnsNamed(names), from: whole }), 'w');
  const concerned = subquery(
    union(['own', 'known'].map((name) => select({ columns: [named(column(name), 'id')], from: pairs }))),
    'c',
  );
  const isConcerned = eq(column(KEY, 'w'), column('id', 'c'));
  const rest = select({ columns: columnsNamed(names, 'w'), from: antiJoin(rows, concerned, isConcerned) });
  const members = subquery(
    select({ columns: columnsNamed(names, 'w'), from: semiJoin(rows, concerned, isConcerned) }),
    'w',
  );
  return inOrder(union([rest, joined(members, merged, pairs)]), merged);
}

function joined(members: SqlRelation, merged: readonly MergedField[], pairs: SqlRelation): SqlSelect {
  const names = merged.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
  const known = subquery(select({ columns: columnsNamed(['own', 'known']), from: pairs }), 'p');
  const one = call('coalesce', column('known', 'p'), column(KEY, 'w'));
  const from = subquery(
    select({
      columns: [...columnsNamed(names, 'w'), named(one, ONE)],
      from: leftJoin(members, known, eq(column(KEY, 'w'), column('own', 'p'))),
    }),
    'm',
  );
  const others = merged.filter(({ field }) => field.name !== KEY);
  const speakers = others.map(({ field }, index) => {
    const id = caseWhen([when(isKnown(field, 'm'), column(KEY, 'm'))]);
    return named(window('min', { args: [id], partitionBy: [column(ONE, 'm')] }), speaker(index));
  });
  const placed = select({ columns: [...columnsNamed([...names, ONE], 'm'), ...speakers], from });
  const values = new Map(
    others.flatMap(({ field }, index) =>
      columnsOfField(field).map(({ name }): readonly [string, NamedExpr] => [name, spoken(name, index)]),
    ),
  );
  return select({
    columns: names.map((name) => values.get(name) ?? named(column(ONE), KEY)),
    from: subquery(placed, 'placed'),
    groupBy: [column(ONE)],
  });
}

function speaker(index: number): string {
  return `__by${index}`;
}

function spoken(name: string, index: number): NamedExpr {
  const filter = eq(column(KEY), column(speaker(index)));
  return named(aggregate('argMin', [column(name), column(KEY)], { filter }), name);
}
