import {
  and,
  antiJoin,
  call,
  column,
  eq,
  isNotNull,
  named,
  ne,
  nullOf,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import { type ChangeSpan, changeColumns } from './change-rows.ts';

/** The tools that one source listed on a day, and what it looked for. */
export interface ToolList {
  readonly tools: SqlRelation;
  readonly coverage: SqlRelation;
}

const EVERY_ACCOUNT = '*';

/**
 * Tools adopted (listed now, looked for and not listed before) and dropped (listed before, looked for and not listed
 * now). A tool that nobody looked for on the other day is unknown, and no signal.
 */
export function toolChanges(was: ToolList, is: ToolList, span: ChangeSpan): readonly SqlSelect[] {
  const signal = (kind: string, only: SqlQuery) => {
    const found = {
      field: 'technologies.technology',
      account: column('account_id'),
      kind: text(kind),
    } as const;
    return select({
      columns: changeColumns({ ...found, about: column('technology'), strength: nullOf('double') }, span),
      from: subquery(only, 'o'),
    });
  };
  return [
    signal('technology_adopted', onlyIn(is.tools, was)),
    signal('technology_dropped', onlyIn(was.tools, is)),
  ];
}

/** Tools of the one list that the other does not have although it looked for them. */
function onlyIn(tools: SqlRelation, other: ToolList): SqlQuery {
  const scope = call('coalesce', column('category'), column('technology'));
  const rows = subquery(
    select({
      columns: [column('account_id'), column('technology'), named(scope, 'scope')],
      distinct: true,
      from: tools,
      where: isNotNull(column('technology')),
    }),
    't',
  );
  const known = subquery(
    select({
      columns: [
        named(column('account_id'), 'o_account'),
        named(call('lower', column('technology')), 'o_technology'),
      ],
      distinct: true,
      from: other.tools,
    }),
    'k',
  );
  const missing = antiJoin(
    rows,
    known,
    and([
      eq(column('account_id', 't'), column('o_account', 'k')),
      eq(call('lower', column('technology', 't')), column('o_technology', 'k')),
    ]),
  );
  const only = subquery(select({ columns: listed, from: missing }), 'm');
  return select({
    columns: [column('account_id'), column('technology')],
    distinct: true,
    from: subquery(union([lookedAt(only, other), lookedEverywhere(only, other)]), 'b'),
  });
}

const listed = ['account_id', 'technology', 'scope'].map((name) => column(name));

function lookedAt(only: SqlRelation, { coverage }: ToolList): SqlSelect {
  const looked = subquery(
    select({
      columns: [named(column('account_id'), 'c_account'), named(column('scope'), 'c_scope')],
      from: coverage,
      where: ne(column('account_id'), text(EVERY_ACCOUNT)),
    }),
    'c',
  );
  const same = and([
    eq(column('account_id', 'm'), column('c_account', 'c')),
    eq(column('scope', 'm'), column('c_scope', 'c')),
  ]);
  return select({ columns: listed, from: semiJoin(only, looked, same) });
}

function lookedEverywhere(only: SqlRelation, { coverage }: ToolList): SqlSelect {
  const looked = subquery(
    select({
      columns: [named(column('scope'), 'c_scope')],
      from: coverage,
      where: eq(column('account_id'), text(EVERY_ACCOUNT)),
    }),
    'c',
  );
  return select({
    columns: listed,
    from: semiJoin(only, looked, eq(column('scope', 'm'), column('c_scope', 'c'))),
  });
}
