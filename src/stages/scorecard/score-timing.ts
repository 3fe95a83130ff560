import {
  and,
  call,
  caseWhen,
  column,
  date,
  divide,
  eq,
  ge,
  gt,
  integer,
  isNotNull,
  isNull,
  type NamedExpr,
  named,
  nullOf,
  number,
  or,
  type SelectParts,
  type SqlExpr,
  text,
  when,
} from '../../base/sql/index.ts';
import { decayedThousandths, timingScale } from '../signals/index.ts';
import { newestColumns, truthColumns } from './score-lines.ts';
import { totalOf } from './score-sums.ts';
import type { Card } from './types.ts';

/** Whether any timing line is known, and what each is worth today, in thousandths of a point. */
export function timingSums(card: Card): SelectParts['columns'] {
  const truths = truthColumns(card, 'timing');
  const newest = newestColumns(card);
  const worth = (i: number) => {
    const { points, halfLifeDays } = card.timing[i]!;
    const age = call('daysBetween', date(card.asOf), newest[i]!);
    return caseWhen([when(truths[i]!, decayedThousandths(points, age, halfLifeDays))], number(0));
  };
  return [
    named(or(truths.map(isNotNull)), 'timing_known'),
    ...worths(card).map((_, i) => named(worth(i), `worth_${i}`)),
    ...newest,
  ];
}

/** Timing class and points, and the strongest signal with its day (see `StrongestSignal`), from `timingSums`. */
export function timingColumns(card: Card): readonly NamedExpr[] {
  const sum = divide(totalOf(worths(card), number(0)), integer(timingScale));
  const points = caseWhen([when(column('timing_known'), sum)], nullOf('double'));
  return [
    named(classOf(points, card), 'timing'),
    named(points, 'timing_points'),
    named(strongest(card, integer) ?? nullOf('integer'), 'timing_line'),
    named(strongest(card, (i) => newestColumns(card)[i]!) ?? nullOf('date'), 'timing_on'),
  ];
}

function worths(card: Card): readonly SqlExpr[] {
  return card.timing.map((_, i) => column(`worth_${i}`));
}

function classOf(points: SqlExpr, { timingTiers }: Card): SqlExpr {
  return caseWhen(
    [
      when(isNull(points), text('unknown')),
      when(ge(points, number(timingTiers.hot)), text('hot')),
      when(ge(points, number(timingTiers.warm)), text('warm')),
    ],
    text('cold'),
  );
}

function strongest(card: Card, value: (line: number) => SqlExpr): SqlExpr | null {
  const all = worths(card);
  if (all.length === 0) return null;
  const most = call('greatest', ...all);
  return caseWhen(all.map((worth, i) => when(and([gt(worth, number(0)), eq(worth, most)]), value(i))));
}
