import { createRandom } from './create-random.ts';
import { quantile } from './quantile.ts';

/** How a bootstrap draws. */
export interface BootstrapOptions {
  /** How often the groups are drawn anew; 1,000 or more for an interval that is shown. */
  readonly draws: number;
  /** The confidence, as 0.9 for 90%. */
  readonly level: number;
  readonly seed: number;
}

/** The middle `level` of what a statistic was in the draws. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  /** Draws that the statistic had no value for (NaN), as an AUC without both labels; left out. */
  readonly undefinedDraws: number;
}

/**
 * A percentile interval of any statistic where records of one group are alike (deals of one account): whole groups are
 * drawn with replacement, as many as there are, and the statistic is taken of all their records (Efron 1979; Davison
 * and Hinkley 1997, section 3.8). With every record a group of its own it is the plain bootstrap. Few groups (under about
 * 20) or a statistic at its limit (an AUC of 1) make it too narrow.
 *
 * @param groups the group of each record: any numbers, one a record.
 * @param statistic of the records at these places; a record drawn twice is there twice.
 * @example
 * groupBootstrap(accountOf, (rows) => mean(rows.map((row) => won[row])), { draws: 1000, level: 0.9, seed });
 */
export function groupBootstrap(
  groups: ArrayLike<number>,
  statistic: (rows: Int32Array) => number,
  { draws, level, seed }: BootstrapOptions,
): BootstrapInterval {
  const members = membersOf(groups);
  const { integer } = createRandom(seed);
  const found = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const drawn = members.map(() => members[integer(members.length)]!);
    found[draw] = statistic(joined(drawn));
  }
  return {
    low: quantile(found, (1 - level) / 2),
    high: quantile(found, (1 + level) / 2),
    undefinedDraws: found.filter(Number.isNaN).length,
  };
}

function membersOf(groups: ArrayLike<number>): readonly (readonly number[])[] {
  const members = new Map<number, number[]>();
  for (let row = 0; row < groups.length; row++) {
    const known = members.get(groups[row]!);
    if (known === undefined) members.set(groups[row]!, [row]);
    else known.push(row);
  }
  return [...members.values()];
}

function joined(parts: readonly (readonly number[])[]): Int32Array {
  const rows = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const part of parts) {
    rows.set(part, size);
    size += part.length;
  }
  return rows;
}
