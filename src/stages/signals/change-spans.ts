import {
  and,
  call,
  caseWhen,
  column,
  count,
  countWhere,
  eq,
  integer,
  isIn,
  max,
  min,
  named,
  type Row,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { CHANGE_SOURCE } from './change-rows.ts';

/** All signals of one kind and subject that are dated by one day on which two imports were compared. */
export interface DatedSignals {
  readonly kind: string;
  readonly about: string | null;
  readonly on: string;
  /** The day of the import before, when all of them are changes between these two; null when any is not. */
  readonly from: string | null;
}

/** The signals of these kinds and days, told apart by what they are about. */
export function datedSignalsQuery(
  signals: SqlRelation,
  { kinds, days }: { readonly kinds: readonly string[]; readonly days: readonly string[] },
): SqlSelect {
  const by = ['kind', 'about', 'observed_on'].map((name) => column(name));
  const from = call('regexExtract', column('source'), text(CHANGE_SOURCE), integer(1));
  const counted = select({
    columns: [
      ...by,
      named(count(), 'rows'),
      named(countWhere(call('matches', column('source'), text(CHANGE_SOURCE))), 'changes'),
      named(min(from), 'first'),
      named(max(from), 'last'),
    ],
    from: signals,
    where: and([isIn(column('kind'), kinds), isIn(column('observed_on'), days, 'date')]),
    groupBy: by,
  });
  const same = and([eq(column('rows'), column('changes')), eq(column('first'), column('last'))]);
  return select({
    columns: [...by, named(caseWhen([when(same, column('first'))]), 'from_day')],
    from: subquery(counted, 'counted'),
  });
}

/** One row of `datedSignalsQuery`. */
export function readDatedSignals({ kind, about, observed_on, from_day }: Row): DatedSignals {
  return {
    kind: String(kind),
    about: about === null || about === undefined ? null : String(about),
    on: String(observed_on),
    from: from_day === null || from_day === undefined ? null : String(from_day),
  };
}

/**
 * For each day on which a signal is nothing but a change between two dated imports, the day of the one before: it
 * happened between the two, not on the later day.
 *
 * @param abouts subjects that are meant; null for any
 */
export function spansOf(
  { kind, abouts }: { readonly kind: string; readonly abouts: readonly string[] | null },
  dated: readonly DatedSignals[],
): Readonly<Record<string, string>> {
  const meant = dated.filter(
    (each) => each.kind === kind && (abouts === null || (each.about !== null && abouts.includes(each.about))),
  );
  const spans: Record<string, string> = {};
  for (const { on, from } of meant) {
    const agrees = meant.every((other) => other.on !== on || other.from === from);
    if (from !== null && agrees) spans[on] = from;
  }
  return spans;
}
