import {
  add,
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
  isNull,
  type NamedExpr,
  named,
  nullOf,
  number,
  type SqlExpr,
  text,
  when,
} from '../../base/sql/index.ts';
import { decayedThousandths, timingScale } from '../signals/index.ts';
import type { PackedSums } from './packed-sums.ts';
import type { Card } from './types.ts';

/** What a timing line is worth on the day of the card, in thousandths of a point, by the day of its newest event. */
export function worthToday(card: Card, line: number, newest: SqlExpr): SqlExpr {
  const { points, halfLifeDays } = card.timing[line]!;
  return decayedThousandths(points, call('daysBetween', date(card.asOf), newest), halfLifeDays);
}

/** `timing_points`: the sum of the worths of `scoreLines`, unknown when no timing line is known. */
export function timingPoints(card: Card, { read }: PackedSums): SqlExpr {
  const worths = worthsOf(card);
  if (worths.length === 0) return nullOf('double');
  const sum = divide(worths.reduce(add), integer(timingScale));
  return caseWhen([when(gt(read('known'), integer(0)), sum)], nullOf('double'));
}

/** `timing`: the class of the column `timing_points`. */
export function timingClassOf({ timingTiers }: Card): SqlExpr {
  const points = column('timing_points');
  return caseWhen(
    [
      when(isNull(points), text('unknown')),
      when(ge(points, number(timingTiers.hot)), text('hot')),
      when(ge(points, number(timingTiers.warm)), text('warm')),
    ],
    text('cold'),
  );
}

/** The worth of the strongest signal, and which line that is with its day (see `StrongestSignal`). */
export function strongestWorth(card: Card): SqlExpr {
  const [first, ...others] = worthsOf(card);
  if (first === undefined) return number(0);
  return others.length === 0 ? first : call('greatest', first, ...others);
}

/** `timing_line` and `timing_on`, by the column `strongest` that holds `strongestWorth`. */
export function strongestSignal(card: Card): readonly NamedExpr[] {
  const most = column('strongest');
  const choose = (of: (line: number) => SqlExpr, none: SqlExpr) => {
    const found = worthsOf(card).map((worth, i) => when(and([gt(most, number(0)), eq(worth, most)]), of(i)));
    return caseWhen(found, none);
  };
  return [
    named(choose(integer, nullOf('integer')), 'timing_line'),
    named(
      choose((i) => column(`newest_${i}`), nullOf('date')),
      'timing_on',
    ),
  ];
}

function worthsOf(card: Card): readonly SqlExpr[] {
  return card.timing.map((_, i) => column(`worth_${i}`));
}
