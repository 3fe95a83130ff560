import { add, call, multiply, number, type SqlExpr, subtract } from '../../base/sql/index.ts';
import { roundUp, timingScale } from './decayed-points.ts';

/** Half-lives after which nothing is left; some engines refuse a power that small. */
const spent = 64;

/** The SQL twin of `decayedPoints`, in thousandths; unknown where the age is. */
export function decayedThousandths(points: number, age: SqlExpr, halfLifeDays: number): SqlExpr {
  const halfLives = call('least', multiply(age, number(1 / halfLifeDays)), number(spent));
  const left = multiply(number(Math.abs(points) * timingScale), call('power', number(0.5), halfLives));
  const rounded = call('floor', add(left, number(roundUp)));
  return points < 0 ? subtract(number(0), rounded) : rounded;
}
