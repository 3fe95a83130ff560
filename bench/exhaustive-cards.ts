import type { BenchmarkFile } from './benchmark-file.ts';

/** What all cards are compared by. */
export interface ExhaustiveTask {
  readonly rows: readonly number[];
  /** Most conditions of a card. */
  readonly most: number;
  readonly mostSlope: number;
  /** Nats a point away from the rubric, and the slope believed before; null for the log loss alone. */
  readonly prior: {
    readonly rubric: readonly number[];
    readonly price: number;
    readonly slope: { readonly mean: number; readonly deviation: number };
  } | null;
}

/** Records by their sum of points; places without records are 0. */
interface Sums {
  readonly least: number;
  readonly weights: Float64Array;
  readonly positives: Float64Array;
}

const MOST_POINTS = 5;
const STEPS = 100;

/**
 * The least loss of all cards with points from -5 to 5, each priced by itself. Written apart from the learner, which it
 * is there to check; for columns of small whole numbers.
 */
export function leastLossOfAll(file: BenchmarkFile, task: ExhaustiveTask): number {
  let least = Infinity;
  for (const support of supportsOf(file.columns.length, task.most)) {
    const cells = countCells(file, task.rows, support);
    for (const points of pointsOf(support.length)) {
      const price = priceOf(task, support, points);
      if (price >= least) continue;
      least = Math.min(least, price + leastByLine(sumUp(cells, points), task));
    }
  }
  return least;
}

/** All sets of exactly so many columns; smaller cards are those with points of 0. */
function supportsOf(columns: number, size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return Array.from({ length: columns - from }, (_, i) => from + i).flatMap((first) =>
    supportsOf(columns, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

const known = new Map<number, readonly (readonly number[])[]>();

function pointsOf(size: number): readonly (readonly number[])[] {
  const all =
    known.get(size) ??
    (size === 0
      ? [[]]
      : pointsOf(size - 1).flatMap((rest) =>
          Array.from({ length: 2 * MOST_POINTS + 1 }, (_, i) => [i - MOST_POINTS, ...rest]),
        ));
  known.set(size, all);
  return all;
}

/** Records that are alike in the columns: their values, how many they are and how many have the outcome. */
function countCells(
  { columns, outcome }: BenchmarkFile,
  rows: readonly number[],
  support: readonly number[],
) {
  const cells = new Map<string, { values: readonly number[]; weight: number; positives: number }>();
  for (const row of rows) {
    const values = support.map((column) => columns[column]![row]!);
    const cell = cells.get(values.join()) ?? { values, weight: 0, positives: 0 };
    cells.set(values.join(), cell);
    cell.weight++;
    if (outcome[row] === 1) cell.positives++;
  }
  return [...cells.values()];
}

function sumUp(cells: ReturnType<typeof countCells>, points: readonly number[]): Sums {
  const totals = cells.map(({ values }) => values.reduce((sum, value, i) => sum + points[i]! * value, 0));
  const least = Math.min(...totals);
  const size = Math.max(...totals) - least + 1;
  const sums = { least, weights: new Float64Array(size), positives: new Float64Array(size) };
  cells.forEach(({ weight, positives }, cell) => {
    sums.weights[totals[cell]! - least]! += weight;
    sums.positives[totals[cell]! - least]! += positives;
  });
  return sums;
}

function priceOf({ prior }: ExhaustiveTask, support: readonly number[], points: readonly number[]): number {
  if (prior === null) return 0;
  const away = prior.rubric.reduce(
    (sum, wanted, column) => sum + Math.abs(wanted - (points[support.indexOf(column)] ?? 0)),
    0,
  );
  return prior.price * away;
}

/** Least loss over base and slope: Newton's steps in both, the slope cut off at its ends, halved until they help. */
function leastByLine(sums: Sums, task: ExhaustiveTask): number {
  let at = measure(sums, task, { base: 0, slope: 0 });
  for (let step = 0; step < STEPS; step++) {
    const bend = Math.max(at.slopeSlope - at.baseSlope ** 2 / at.baseBase, 1e-12);
    const wanted = at.slope - (at.bySlope - (at.byBase * at.baseSlope) / at.baseBase) / bend;
    const slope = Math.min(Math.max(wanted, 0), task.mostSlope);
    const base = at.base - (at.byBase + at.baseSlope * (slope - at.slope)) / at.baseBase;
    let share = 1;
    const tryShare = () =>
      measure(sums, task, {
        base: at.base + share * (base - at.base),
        slope: at.slope + share * (slope - at.slope),
      });
    let next = tryShare();
    for (; next.loss > at.loss && share > 1e-12; next = tryShare()) share /= 2;
    const gained = at.loss - next.loss;
    if (gained > 0) at = next;
    if (gained < 1e-11) break;
  }
  return at.loss;
}

function measure(
  { least, weights, positives }: Sums,
  { prior }: ExhaustiveTask,
  { base, slope }: { readonly base: number; readonly slope: number },
) {
  const off = prior === null ? 0 : (slope - prior.slope.mean) / prior.slope.deviation;
  const sums = {
    base,
    slope,
    loss: off ** 2 / 2,
    byBase: 0,
    bySlope: 0,
    baseBase: 1e-12,
    baseSlope: 0,
    slopeSlope: 0,
  };
  if (prior !== null) {
    sums.bySlope = off / prior.slope.deviation;
    sums.slopeSlope = 1 / prior.slope.deviation ** 2;
  }
  weights.forEach((weight, place) => {
    if (weight === 0) return;
    const total = least + place;
    const logOdds = base + slope * total;
    const share = 1 / (1 + Math.exp(-logOdds));
    const rest = weight * share - positives[place]!;
    const bend = weight * share * (1 - share);
    sums.loss +=
      weight * (Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds)))) -
      positives[place]! * logOdds;
    sums.byBase += rest;
    sums.bySlope += rest * total;
    sums.baseBase += bend;
    sums.baseSlope += bend * total;
    sums.slopeSlope += bend * total * total;
  });
  return sums;
}
