import {
  and,
  antiJoin,
  asc,
  call,
  caseWhen,
  column,
  eq,
  gt,
  integer,
  isNotNull,
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
  when,
} from '../../base/sql/index.ts';
import { linkColumn, valueColumn } from './mirror-columns.ts';
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
 * read last. Rows may come any number of times and the result is the same.
 */
export function mergedMirror(parts: MirrorParts): SqlSelect {
  const { shape } = parts;
  const rows = parts.base === null || parts.complete ? fresh(parts) : union([kept(parts), fresh(parts)]);
  const links = shape.links.map((_, place) => linkColumn(place));
  const isLater = gt(column('seq', 'p'), column('seq', 'r'));
  const relinked = (name: string) =>
    caseWhen([when(and([isLater, isNotNull(column(name, 'p'))]), column(name, 'p'))], column(name, 'r'));
  const same = ['id', 'modified_at', 'seen_at'].map((name) => named(column(name, 'r'), name));
  return select({
    columns: [
      ...same,
      ...links.map((name) => named(relinked(name), name)),
      ...shape.fields.map((_, place) => named(column(valueColumn(place), 'r'), valueColumn(place))),
    ],
    from: leftJoin(
      subquery(rows, 'r'),
      subquery(lastLinks(parts), 'p'),
      eq(column('id', 'r'), column('id', 'p')),
    ),
    orderBy: [asc(call('length', column('id', 'r'))), asc(column('id', 'r'))],
  });
}

/** Rows of the mirror before of which nothing newer came. */
function kept({ shape, base, delta }: MirrorParts): SqlSelect {
  return select({
    columns: [named(integer(0), 'seq'), ...contentOf(shape, (name) => column(name, 'm'))],
    from: antiJoin(base!('m'), subquery(lastOf(delta), 'w'), eq(column('id', 'm'), column('id', 'w'))),
  });
}

/** The last row of each record that came and is not gone; links that nobody looked at are those it had. */
function fresh({ shape, base, delta }: MirrorParts): SqlSelect {
  const isLast = and([eq(column('id', 'd'), column('id', 'w')), eq(column('seq', 'd'), column('seq', 'w'))]);
  const came = join(delta('d'), subquery(lastOf(delta), 'w'), isLast);
  const from = base === null ? came : leftJoin(came, base('m'), eq(column('id', 'd'), column('id', 'm')));
  const isLink = (name: string) => name.startsWith('to');
  const value = (name: string): SqlExpr =>
    base !== null && isLink(name)
      ? call('coalesce', column(name, 'd'), column(name, 'm'))
      : column(name, 'd');
  return select({
    columns: [named(column('seq', 'd'), 'seq'), ...contentOf(shape, value)],
    from,
    where: eq(column('what', 'd'), text('record')),
  });
}

function contentOf(shape: MirrorShape, value: (name: string) => SqlExpr) {
  const names = [
    'id',
    'modified_at',
    'seen_at',
    ...shape.links.map((_, place) => linkColumn(place)),
    ...shape.fields.map((_, place) => valueColumn(place)),
  ];
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

function lastLinks({ shape, delta }: MirrorParts): SqlSelect {
  const links = shape.links.map((_, place) => linkColumn(place));
  const last = select({
    columns: [named(column('id', 'k'), 'id'), named(max(column('seq', 'k')), 'seq')],
    from: delta('k'),
    where: eq(column('what', 'k'), text('links')),
    groupBy: [column('id', 'k')],
  });
  if (links.length === 0) return noLinks();
  return select({
    columns: ['id', 'seq', ...links].map((name) => named(column(name, 'd'), name)),
    from: join(
      delta('d'),
      subquery(last, 'w'),
      and([eq(column('id', 'd'), column('id', 'w')), eq(column('seq', 'd'), column('seq', 'w'))]),
    ),
  });
}

function noLinks(): SqlSelect {
  return select({
    columns: [named(nullOf('text'), 'id'), named(nullOf('integer'), 'seq')],
    limit: 0,
  });
}
