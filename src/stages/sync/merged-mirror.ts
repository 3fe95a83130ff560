import {
  aggregate,
  and,
  antiJoin,
  asc,
  call,
  column,
  eq,
  join,
  leftJoin,
  max,
  named,
  ne,
  nullOf,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import { contentColumns, linkColumn, valueColumn } from './mirror-columns.ts';
import type { MirrorShape } from './types.ts';

/** What a mirror is made of. */
export interface MirrorParts {
  readonly shape: MirrorShape;
  /** The mirror before, of the same shape; null when there is none. */
  readonly base: ((alias: string) => SqlRelation) | null;
  /** Everything the sync brought. */
  readonly delta: (alias: string) => SqlRelation;
  /** Every record that exists came: what did not is gone. */
  readonly complete: boolean;
}

/**
 * The mirror after a sync: of each record the row that came last, one that is gone not at all, and of its links what was
 * read last, with the record or by itself. Rows may come any number of times and the result is the same.
 */
export function mergedMirror(parts: MirrorParts): SqlSelect {
  const { shape } = parts;
  const rows = parts.base === null || parts.complete ? fresh(parts) : union([kept(parts), fresh(parts)]);
  const links = shape.links.map((_, place) => linkColumn(place));
  const read = subquery(rows, 'r');
  const same = ['id', 'modified_at', 'seen_at'].map((name) => named(column(name, 'r'), name));
  return select({
    columns: [
      ...same,
      ...links.map((name) => named(call('coalesce', column(name, 'k'), column(name, 'r')), name)),
      ...shape.fields.map((_, place) => named(column(valueColumn(place), 'r'), valueColumn(place))),
    ],
    from:
      links.length === 0
        ? read
        : leftJoin(read, subquery(lastLinks(parts), 'k'), eq(column('id', 'r'), column('id', 'k'))),
    orderBy: [asc(call('length', column('id', 'r'))), asc(column('id', 'r'))],
  });
}

/** Rows of the mirror before of which nothing newer came. */
function kept({ shape, base, delta }: MirrorParts): SqlSelect {
  return select({
    columns: contentOf(shape, (name) => column(name, 'm')),
    from: antiJoin(base!('m'), subquery(lastOf(delta), 'w'), eq(column('id', 'm'), column('id', 'w'))),
  });
}

/** The last row of each record that came and is not gone, with the links that it had. */
function fresh({ shape, base, delta }: MirrorParts): SqlSelect {
  const isLast = and([eq(column('id', 'd'), column('id', 'w')), eq(column('seq', 'd'), column('seq', 'w'))]);
  const came = join(delta('d'), subquery(lastOf(delta), 'w'), isLast);
  const from = base === null ? came : leftJoin(came, base('m'), eq(column('id', 'd'), column('id', 'm')));
  const links = shape.links.map((_, place) => linkColumn(place));
  const had = (name: string): SqlExpr => (base === null ? nullOf('text') : column(name, 'm'));
  return select({
    columns: contentOf(shape, (name) => (links.includes(name) ? had(name) : column(name, 'd'))),
    from,
    where: eq(column('what', 'd'), text('record')),
  });
}

function contentOf(shape: MirrorShape, value: (name: string) => SqlExpr) {
  const names = ['id', 'modified_at', 'seen_at', ...contentColumns(shape)];
  return names.map((name) => named(value(name), name));
}

/** Of each record the number of the row that says whether it is there. */
function lastOf(delta: MirrorParts['delta']): SqlSelect {
  return select({
    columns: [named(column('id', 'l'), 'id'), named(max(column('seq', 'l')), 'seq')],
    from: delta('l'),
    where: ne(column('what', 'l'), text('links')),
    groupBy: [column('id', 'l')],
  });
}

/** Of each record the links that were looked at last; null where nobody looked. */
function lastLinks({ shape, delta }: MirrorParts): SqlSelect {
  const last = (name: string) => aggregate('argMax', [column(name, 'l'), column('seq', 'l')]);
  return select({
    columns: [
      named(column('id', 'l'), 'id'),
      ...shape.links.map((_, place) => named(last(linkColumn(place)), linkColumn(place))),
    ],
    from: delta('l'),
    groupBy: [column('id', 'l')],
  });
}
