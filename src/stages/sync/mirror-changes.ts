import {
  and,
  call,
  column,
  count,
  countWhere,
  eq,
  isNotNull,
  isNull,
  leftJoin,
  max,
  named,
  ne,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { linkColumn, valueColumn } from './mirror-columns.ts';
import type { MirrorShape } from './types.ts';

/** Two mirrors of one shape, and what the sync between them brought. */
export interface MirrorPair {
  readonly shape: MirrorShape;
  readonly before: SqlRelation;
  readonly after: SqlRelation;
  readonly delta: (alias: string) => SqlRelation;
  /** Fields that Bestfit writes itself: a difference in them alone is no change. */
  readonly written: readonly string[];
}

/** Counts `added`, `changed`, `touched` (differs at all) and `records`; `before` and `after` have the aliases b and a. */
export function countKept({ shape, before, after, written }: MirrorPair): SqlSelect {
  const own = (place: number) => written.includes(shape.fields[place] ?? '');
  const links = shape.links.map((_, place) => linkColumn(place));
  const values = shape.fields.map((_, place) => valueColumn(place));
  const others = values.filter((_, place) => !own(place));
  const both = isNotNull(column('id', 'b'));
  const differs = (names: readonly string[]) => ne(contentOf('a', names), contentOf('b', names));
  return select({
    columns: [
      named(countWhere(isNull(column('id', 'b'))), 'added'),
      named(countWhere(and([both, differs([...links, ...others])])), 'changed'),
      named(countWhere(and([both, differs([...links, ...values])])), 'touched'),
      named(count(), 'records'),
    ],
    from: leftJoin(after, before, eq(column('id', 'a'), column('id', 'b'))),
  });
}

/** Counts `gone` (records of before that are not there after) and `merged` (those of them that a merge took). */
export function countGone({ before, after, delta }: MirrorPair): SqlSelect {
  const merged = select({
    columns: [named(column('id', 'g'), 'id'), named(max(column('how', 'g')), 'how')],
    from: delta('g'),
    where: and([eq(column('what', 'g'), text('gone')), eq(column('how', 'g'), text('merged'))]),
    groupBy: [column('id', 'g')],
  });
  const gone = leftJoin(before, after, eq(column('id', 'b'), column('id', 'a')));
  return select({
    columns: [named(count(), 'gone'), named(countWhere(isNotNull(column('how', 'm'))), 'merged')],
    from: leftJoin(gone, subquery(merged, 'm'), eq(column('id', 'b'), column('id', 'm'))),
    where: isNull(column('id', 'a')),
  });
}

/** All cells as one text; what is unknown differs from every text. */
function contentOf(table: string, names: readonly string[]): SqlExpr {
  const cells = names.flatMap((name) => [
    call('coalesce', column(name, table), text('\u0001')),
    text('\u0002'),
  ]);
  return cells.length === 0 ? text('') : call('concat', ...cells);
}
