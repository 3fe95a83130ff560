import type { Groups } from './groups.ts';

/** Weights that are not yet whole: log odds = base + the sum of weight x value over the support. */
export interface Weighted {
  readonly groups: Groups;
  readonly base: number;
  readonly weights: Float64Array;
  /** Negative log likelihood. */
  readonly loss: number;
}

/** Least and most a weight may be. */
export interface WeightLimits {
  readonly low: number;
  readonly high: number;
}

/** Slopes and curvatures of the loss at one place. */
interface Bends {
  readonly slant: Float64Array;
  readonly curvature: Float64Array;
}

const STEPS = 30;
/** As in lines: factors of single records are multiplied up to here before their logarithm is taken. */
const LARGE = 1e300;
/** Keeps the equations solvable where columns say the same. */
const RIDGE = 1e-8;

/**
 * The weights of a support with the least loss within their limits: Newton's method on the weights that are free,
 * those that press against a limit held there.
 *
 * @param start base and weights to start from, in the order of the support.
 * @param settled a step that promises less, in nats, is the last.
 */
export function fitWeights(
  groups: Groups,
  {
    limits,
    start,
    settled,
  }: {
    readonly limits: readonly WeightLimits[];
    readonly start: readonly number[];
    readonly settled: number;
  },
): Weighted {
  const size = groups.support.length + 1;
  const place = Float64Array.from(start);
  const state = { slant: new Float64Array(size), curvature: new Float64Array(size * size) };
  const cells = layOut(groups);
  let loss = measure(cells, place, state);
  for (let step = 0; step < STEPS; step++) {
    const move = findMove(place, limits, state);
    if (-dot(move, state.slant) / 2 < settled) break;
    const next = stepAlong({ cells, limits, place, move, loss, state });
    if (next === loss) break;
    loss = next;
  }
  return { groups, base: place[0]!, weights: place.slice(1), loss };
}

/** Moves the place, half as far each time that it does not help; answers the loss there. */
function stepAlong({
  cells,
  limits,
  place,
  move,
  loss,
  state,
}: {
  readonly cells: Cells;
  readonly limits: readonly WeightLimits[];
  readonly place: Float64Array;
  readonly move: Float64Array;
  readonly loss: number;
  readonly state: Bends;
}): number {
  const from = place.slice();
  for (let share = 1; share > 1e-4; share /= 2) {
    for (let i = 0; i < place.length; i++) {
      const target = from[i]! + share * move[i]!;
      place[i] = i === 0 ? target : clamp(target, limits[i - 1]!);
    }
    const next = measure(cells, place, state);
    if (next < loss) return next;
  }
  place.set(from);
  return loss;
}

function clamp(weight: number, { low, high }: WeightLimits): number {
  return Math.min(Math.max(weight, low), high);
}

/** Newton's step of the free weights. */
function findMove(
  place: Float64Array,
  limits: readonly WeightLimits[],
  { slant, curvature }: Bends,
): Float64Array {
  const size = place.length;
  const held = limits.map(
    ({ low, high }, i) =>
      (place[i + 1]! <= low && slant[i + 1]! >= 0) || (place[i + 1]! >= high && slant[i + 1]! <= 0),
  );
  const matrix = curvature.slice();
  const move = slant.map((s) => -s);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i]! += RIDGE * (1 + matrix[i * size + i]!);
    if (i === 0 || !held[i - 1]) continue;
    for (let j = 0; j < size; j++) {
      matrix[i * size + j] = 0;
      matrix[j * size + i] = 0;
    }
    matrix[i * size + i] = 1;
    move[i] = 0;
  }
  solve(matrix, move, size);
  return move;
}

/** Solves a positive definite system in place (Cholesky). */
function solve(matrix: Float64Array, right: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(sum, RIDGE)) : sum / matrix[j * size + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) right[i]! -= matrix[i * size + k]! * right[k]!;
    right[i]! /= matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) right[i]! -= matrix[k * size + i]! * right[k]!;
    right[i]! /= matrix[i * size + i]!;
  }
}

/** Groups with the values of each next to one another. */
interface Cells {
  readonly weights: Float64Array;
  readonly positives: Float64Array;
  readonly values: Float64Array;
}

function layOut({ size, support, values, weights, positives }: Groups): Cells {
  const width = support.length;
  const flat = new Float64Array(size * width);
  values.forEach((column, i) => {
    for (let g = 0; g < size; g++) flat[g * width + i] = column[g]!;
  });
  return { weights, positives, values: flat };
}

/** The loss at one place, and its slopes and curvatures. */
function measure({ values, weights, positives }: Cells, place: Float64Array, state: Bends): number {
  const { slant, curvature } = state;
  const size = place.length;
  const width = size - 1;
  slant.fill(0);
  curvature.fill(0);
  let loss = 0;
  let product = 1;
  for (let g = 0, first = 0; g < weights.length; g++, first += width) {
    let logOdds = place[0]!;
    for (let i = 0; i < width; i++) logOdds += place[i + 1]! * values[first + i]!;
    const weight = weights[g]!;
    const small = Math.exp(-Math.abs(logOdds));
    loss += weight * Math.max(logOdds, 0) - positives[g]! * logOdds;
    if (weight === 1) product *= 1 + small;
    else loss += weight * Math.log1p(small);
    if (product > LARGE) {
      loss += Math.log(product);
      product = 1;
    }
    const share = (logOdds > 0 ? 1 : small) / (1 + small);
    const rest = weight * share - positives[g]!;
    const bend = weight * share * (1 - share);
    slant[0]! += rest;
    curvature[0]! += bend;
    for (let i = 0; i < width; i++) {
      const value = values[first + i]!;
      if (value === 0) continue;
      const row = (i + 1) * size;
      slant[i + 1]! += rest * value;
      curvature[row]! += bend * value;
      for (let j = 0; j <= i; j++) curvature[row + j + 1]! += bend * value * values[first + j]!;
    }
  }
  loss += Math.log(product);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) curvature[j * size + i] = curvature[i * size + j]!;
  }
  return loss;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
