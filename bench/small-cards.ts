import { createRandom, type Random } from '../src/base/stats/index.ts';

/** How much of a rubric is true. */
export type RubricKind = 'right' | 'half right' | 'wrong';

/** What is drawn once for a data set: what each condition is truly worth, and how common it is. */
export interface CardWorld {
  readonly rubric: readonly number[];
  readonly truth: readonly number[];
  /** Value of the normal variable behind each condition from which it holds. */
  readonly thresholds: readonly number[];
  readonly base: number;
}

/** Records and their outcomes; and how likely each outcome was. */
export interface CardRecords {
  /** One list for each condition: 1, 0 or NaN for unknown. */
  readonly answers: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly likely: Float64Array;
}

/** Points of the rubric's lines as the guide gives them (size, tool, signal, adjacent industry, another trait, against). */
const LINES = [3, 2, 3, 1, 2, -2] as const;
const CONDITIONS = 18;
/** Log odds of a point, and the share of the best. */
const SLOPE = 0.4;
const BEST = 1 / 3;
const UNKNOWN = 0.05;
/** How far conditions go together: the correlation with one variable behind all, such as size. */
const COMMON = 0.4;
/** Records by which the base rate is set. */
const SETTING = 2000;

/**
 * Draws a world: 18 conditions, six of which a rubric gives points. Right: these six count as it says. Half right:
 * three of them do, and the other three lines hold of conditions that the rubric does not know. Wrong: all six do.
 */
export function drawWorld(random: Random, kind: RubricKind): CardWorld {
  const places = Int32Array.from({ length: CONDITIONS }, (_, i) => i);
  random.shuffle(places);
  const moved = { right: 0, 'half right': LINES.length / 2, wrong: LINES.length }[kind];
  const lines = Int32Array.from(LINES);
  random.shuffle(lines);
  const rubric = Array.from(places, () => 0);
  const truth = [...rubric];
  lines.forEach((points, line) => {
    rubric[places[line]!] = points;
    truth[places[line < moved ? line + LINES.length : line]!] = points;
  });
  const thresholds = Array.from({ length: CONDITIONS }, () => 1.2 * random.next() - 0.2);
  const world = { rubric, truth, thresholds, base: 0 };
  const { totals } = drawTotals(random, world, SETTING);
  return { ...world, base: baseFor(totals) };
}

/** Draws records of a world. */
export function drawRecords(random: Random, world: CardWorld, size: number): CardRecords {
  const { answers, totals } = drawTotals(random, world, size);
  const likely = totals.map((total) => chance(world.base + SLOPE * total));
  const outcome = likely.map((p) => Number(random.next() < p));
  for (const column of answers) {
    for (let i = 0; i < size; i++) if (random.next() < UNKNOWN) column[i] = Number.NaN;
  }
  return { answers, outcome, likely };
}

/** Folds for validation: all records in parts, again for each repeat; the best are spread evenly. */
export function drawFolds(
  outcome: Float64Array,
  { parts, repeats, seed }: FoldOptions,
): readonly Int32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: repeats }, () => {
    const order = Int32Array.from(outcome.keys());
    random.shuffle(order);
    order.sort((a, b) => outcome[a]! - outcome[b]!);
    return Array.from({ length: parts }, (_, part) => order.filter((_, i) => i % parts === part));
  }).flat();
}

/** How often the records are cut, into how many parts, and the seed of the cuts. */
interface FoldOptions {
  readonly parts: number;
  readonly repeats: number;
  readonly seed: number;
}

function drawTotals(random: Random, { truth, thresholds }: CardWorld, size: number) {
  const answers = thresholds.map(() => new Float64Array(size));
  const totals = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const common = COMMON * random.normal();
    for (const [column, threshold] of thresholds.entries()) {
      const behind = common + Math.sqrt(1 - COMMON ** 2) * random.normal();
      if (behind < threshold) continue;
      answers[column]![i] = 1;
      totals[i]! += truth[column]!;
    }
  }
  return { answers, totals };
}

/** The base at which a third of the records are best. */
function baseFor(totals: Float64Array): number {
  let [low, high] = [-20, 20];
  while (high - low > 1e-6) {
    const base = (low + high) / 2;
    const share = totals.reduce((sum, total) => sum + chance(base + SLOPE * total), 0) / totals.length;
    if (share < BEST) low = base;
    else high = base;
  }
  return low;
}

function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
