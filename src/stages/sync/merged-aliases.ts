import {
  aggregate,
  and,
  call,
  column,
  eq,
  isNotNull,
  leftJoin,
  named,
  ne,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';

/** What the ids of merged records are made of. */
export interface AliasParts {
  /** Rows `id`, `into` from before; null when there were none. */
  readonly before: ((alias: string) => SqlRelation) | null;
  readonly delta: (alias: string) => SqlRelation;
}

/** Records that a merge took, with the record that it left: `id`, `into`; one that was merged again leads to the last. */
export function mergedAliases({ before, delta }: AliasParts): SqlSelect {
  const fresh = followed(followed(newMerges(delta), delta), delta);
  if (before === null) return fresh;
  const old = select({
    columns: [
      named(column('id', 'b'), 'id'),
      named(call('coalesce', column('into', 'n'), column('into', 'b')), 'into'),
    ],
    from: leftJoin(before('b'), subquery(fresh, 'n'), eq(column('into', 'b'), column('id', 'n'))),
  });
  const both = subquery(union([old, fresh]), 'u');
  return select({
    columns: [named(column('id', 'u'), 'id'), named(aggregate('max', [column('into', 'u')]), 'into')],
    from: both,
    groupBy: [column('id', 'u')],
  });
}

/** Merges of one sync that lead to a record which another of them took lead to what that one left. */
function followed(merges: SqlSelect, delta: AliasParts['delta']): SqlSelect {
  return select({
    columns: [
      named(column('id', 'e'), 'id'),
      named(call('coalesce', column('into', 'n'), column('into', 'e')), 'into'),
    ],
    from: leftJoin(
      subquery(merges, 'e'),
      subquery(newMerges(delta), 'n'),
      eq(column('into', 'e'), column('id', 'n')),
    ),
  });
}

function newMerges(delta: AliasParts['delta']): SqlSelect {
  return select({
    columns: [
      named(column('id', 'g'), 'id'),
      named(aggregate('argMax', [column('into', 'g'), column('seq', 'g')]), 'into'),
    ],
    from: delta('g'),
    where: and([
      eq(column('how', 'g'), text('merged')),
      isNotNull(column('into', 'g')),
      ne(column('into', 'g'), column('id', 'g')),
    ]),
    groupBy: [column('id', 'g')],
  });
}
