import { askedFields } from './asked-fields.ts';
import { codeSum, type Worth } from './code-sum.ts';
import { eachScored } from './each-scored.ts';
import { fitSums } from './fit-sums.ts';
import { survivalOf } from './survival-of.ts';
import type { OutcomeVectors, PointsCard, Survival } from './types.ts';

/** A field that is wrong for some accounts. */
export interface WrongField {
  readonly field: string;
  /** Of the accounts, from 0 to 1. */
  readonly share: number;
}

/**
 * How many accounts of tier A keep it when some of them hold another account's value of a field: the value of any
 * account of the market is as likely. An expectation, counted and not simulated. All lines that ask for the field take
 * the other's outcome, a line that asks for more than the field as a whole; market and anti-ICP lines are not asked
 * again. Null where no line asks for the field.
 */
export function underWrongField(
  vectors: OutcomeVectors,
  card: PointsCard,
  { field, share }: WrongField,
): Survival | null {
  const asks = card.fit.map(({ condition }) => askedFields(condition).includes(field));
  if (!asks.includes(true)) return null;
  const fromField = codeSum(card.fit.map(({ points }, i): Worth => [0, 0, asks[i] ? points : 0]));
  const others = sharesOf(vectors, fromField);
  const { fit } = fitSums(card);
  const stays = new Map<number, number>();
  const staysWith = (rest: number) => {
    const known =
      stays.get(rest) ?? others.reduce((p, of) => (rest + of.points >= card.tiers.A ? p + of.share : p), 0);
    stays.set(rest, known);
    return known;
  };
  let [inA, stay] = [0, 0];
  for (const { code, accounts } of eachScored(vectors)) {
    const total = fit(code);
    if (total < card.tiers.A) continue;
    inA += accounts;
    stay += accounts * (1 - share + share * staysWith(total - fromField(code)));
  }
  return survivalOf(inA, stay);
}

/** Which points the lines of the field give in the market, and how often. */
function sharesOf({ groups }: OutcomeVectors, pointsOf: (code: number) => number) {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { codes, accounts } of groups)
    codes.forEach((code, i) => {
      const points = pointsOf(code);
      all += accounts[i]!;
      counts.set(points, (counts.get(points) ?? 0) + accounts[i]!);
    });
  return [...counts].map(([points, accounts]) => ({ points, share: accounts / all }));
}
