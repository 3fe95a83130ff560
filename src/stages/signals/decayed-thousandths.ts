import { add, call, multiply, number, type SqlExpr, subtract } from '../../base/sql/index.ts';
import { roundUp, timingScale } from './decayed-points.ts';

/** The SQL twin of `decayedPoints`, in thousandths; unknown where the age is. */
export function decayedThousandths(points: number, age: SqlExpr, halfLifeDays: number): SqlExpr {
  const left = call('power', number(0.5), multiply(age, number(1 / halfLifeDays)));
  const worth = multiply(number(Math.abs(points) * timingScale), left);
  const rounded = call('floor', add(worth, number(roundUp)));
  return points < 0 ? subtract(number(0), rounded) : rounded;
}
