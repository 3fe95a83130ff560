import {
  antiJoin,
  call,
  cast,
  column,
  eq,
  leftJoin,
  min,
  type NamedExpr,
  named,
  nullOf,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import type { PartField } from '../dataset/index.ts';
import { type ChangeSpan, changeColumns } from './change-rows.ts';

/** Events that one source listed, with the fields behind their columns. */
export interface EventList {
  readonly rows: SqlRelation;
  readonly fields: readonly PartField[];
}

/** What a posting that is listed no more is about. It may be filled or given up: it is never a hire. */
export const POSTING_CLOSED = 'job posting closed';

const ids = /^(?:.*_)?(?:id|uuid|guid|key)$/;

/**
 * What makes an event of one list the same as one of another: the id that both give it, else account, kind, subject
 * and link together.
 */
export function eventKey(one: EventList, two: EventList): SqlExpr {
  const names = [one, two].map(({ fields }) =>
    fields
      .filter(({ kind, custom, name }) => kind === 'text' && custom && ids.test(name))
      .map(({ name }) => name),
  );
  const shared = names[0]?.find((name) => names[1]?.includes(name));
  if (shared !== undefined) return column(shared);
  const parts = ['account_id', 'kind', 'about', 'url'].flatMap((name) => [
    call('coalesce', cast(column(name), 'text'), text('')),
    text('\u001f'),
  ]);
  return call('concat', ...parts);
}

/** Events of one list that the other does not have. */
export function eventsOnlyIn(list: EventList, other: EventList, columns: readonly NamedExpr[]): SqlSelect {
  const key = eventKey(list, other);
  const rows = subquery(select({ columns: [...columns, named(key, 'own_key')], from: list.rows }), 'own');
  const known = subquery(
    select({ columns: [named(key, 'other_key')], distinct: true, from: other.rows }),
    'other',
  );
  const names = columns.map(({ as }) => column(as));
  return select({
    columns: names,
    from: antiJoin(rows, known, eq(column('own_key', 'own'), column('other_key', 'other'))),
  });
}

/** A list whose events that were seen before keep the day on which they were seen first. */
export function withFirstSeen(list: EventList, before: EventList, names: readonly string[]): SqlSelect {
  const key = eventKey(list, before);
  const all = names.map((name) => column(name));
  const rows = subquery(select({ columns: [...all, named(key, 'own_key')], from: list.rows }), 'own');
  const first = subquery(
    select({
      columns: [named(key, 'first_key'), named(min(column('observed_on')), 'first_seen')],
      from: before.rows,
      groupBy: [key],
    }),
    'first',
  );
  const seen = call('coalesce', column('first_seen', 'first'), column('observed_on', 'own'));
  return select({
    columns: names.map((name) => named(name === 'observed_on' ? seen : column(name, 'own'), name)),
    from: leftJoin(rows, first, eq(column('own_key', 'own'), column('first_key', 'first'))),
  });
}

/** A signal per posting that is listed no more. */
export function closedPostings(gone: SqlRelation, span: ChangeSpan): SqlSelect {
  const signal = { account: column('account_id'), kind: text('custom'), about: text(POSTING_CLOSED) };
  return select({
    columns: changeColumns({ field: 'signals.kind', ...signal, strength: nullOf('double') }, span),
    from: gone,
    where: eq(column('kind'), text('job_posted')),
  });
}
