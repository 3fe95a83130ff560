import { allowedPoints } from './allowed-points.ts';
import { fitLine, type LineFit } from './fit-line.ts';
import type { Groups } from './groups.ts';
import { missingLayers, type Search } from './search.ts';
import { supportOf } from './support-of.ts';
import type { Line } from './types.ts';

/** One column of a card under trial: what the others sum to in each group, and the values of the column. */
export interface Trial {
  readonly groups: Groups;
  readonly rest: Float64Array;
  readonly values: Float64Array;
}

/** What cards cost, in nats. */
export interface Costs {
  /** Loss of the best line when the column on trial has so many points; where that line is, is written to `line`. */
  readonly ofTrial: (trial: Trial, points: number, line: LineFit) => number;
  /** Points of each column that cost least by themselves, those of no condition left out; 0 where it may have none. */
  readonly cheapest: readonly number[];
  /** How much dearer points become when one column gets others. */
  readonly ofMove: (points: readonly number[], column: number, to: number) => number;
  /** Price of the points: that of the prior, and one beyond all losses for each demanded layer that they miss. */
  readonly ofPoints: (points: readonly number[]) => number;
  /** ... and that of the prior alone. */
  readonly ofPrior: (points: readonly number[]) => number;
}

/** Totals of whole numbers are counted by total when they span no more. */
const MOST_SPAN = 4096;
/** Nats beyond those of the base rate that no prior can ask. */
const BEYOND = 1e4;

/** The loss of a task. Its memory is reused by every trial, so trials run one at a time. */
export function createCosts(task: Search): Costs {
  const { records, mostSlope, slopePrior } = task;
  const limits = { most: mostSlope, prior: slopePrior };
  const memory = {
    size: 0,
    totals: new Float64Array(records.size),
    weights: new Float64Array(Math.max(records.size, MOST_SPAN)),
    positives: new Float64Array(Math.max(records.size, MOST_SPAN)),
  };
  const counts = { weights: new Float64Array(MOST_SPAN), positives: new Float64Array(MOST_SPAN) };
  const whole = records.columns.map(({ levels }) => levels.every(Number.isInteger));

  const sumUp = ({ groups, rest, values }: Trial, points: number): void => {
    memory.size = groups.size;
    let least = 0;
    let most = 0;
    for (let g = 0; g < groups.size; g++) {
      const total = rest[g]! + points * values[g]!;
      memory.totals[g] = total;
      if (total < least) least = total;
      if (total > most) most = total;
    }
    if (most - least < MOST_SPAN && groups.support.every((column) => whole[column])) {
      countByTotal(groups, least, most - least + 1);
      return;
    }
    memory.weights.set(groups.weights);
    memory.positives.set(groups.positives);
  };
  const countByTotal = ({ size, weights, positives }: Groups, least: number, span: number): void => {
    counts.weights.fill(0, 0, span);
    counts.positives.fill(0, 0, span);
    for (let g = 0; g < size; g++) {
      const place = memory.totals[g]! - least;
      counts.weights[place]! += weights[g]!;
      counts.positives[place]! += positives[g]!;
    }
    memory.size = 0;
    for (let place = 0; place < span; place++) {
      if (counts.weights[place] === 0) continue;
      memory.totals[memory.size] = place + least;
      memory.weights[memory.size] = counts.weights[place]!;
      memory.positives[memory.size] = counts.positives[place]!;
      memory.size++;
    }
  };
  return {
    ...createPrices(task),
    ofTrial: (trial, points, line) => {
      sumUp(trial, points);
      fitLine(memory, limits, line);
      return line.loss;
    },
  };
}

/** What points cost by themselves, whatever the records say. */
function createPrices(task: Search): Omit<Costs, 'ofTrial'> {
  const { pointsPrior, records } = task;
  const beyond = BEYOND + records.weights.reduce((sum, weight) => sum + weight, 0);
  const ofOne = (column: number, points: number): number =>
    pointsPrior === null ? 0 : pointsPrior.price * Math.abs(points - pointsPrior.rubric[column]!);
  const ofMissing = (points: readonly number[]): number =>
    task.demanded.length === 0 ? 0 : beyond * missingLayers(task, supportOf(points)).length;
  const ofPrior = (points: readonly number[]): number =>
    points.reduce((sum, p, column) => sum + ofOne(column, p), 0);
  const cheapest = task.limits.map((limit, column) =>
    allowedPoints(limit).reduce(
      (best, p) => (best === 0 || ofOne(column, p) < ofOne(column, best) ? p : best),
      0,
    ),
  );
  return {
    cheapest,
    ofPrior,
    ofPoints: (points) => ofPrior(points) + ofMissing(points),
    ofMove: (points, column, to) => {
      const change = ofOne(column, to) - ofOne(column, points[column]!);
      const stays = (to === 0) === (points[column] === 0);
      return stays ? change : change + ofMissing(points.with(column, to)) - ofMissing(points);
    },
  };
}

/** A line to start a search from; a loss above the bar need not be exact. */
export function startAt({ base, slope }: Line, bar: number): LineFit {
  return { base, slope, bar, loss: Infinity };
}
