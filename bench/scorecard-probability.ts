import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed, quantile, type Random } from '../src/base/stats/index.ts';
import {
  type Calibration,
  calibrateTotals,
  type TotalOutcome,
} from '../src/stages/scorecard/probability/index.ts';
import { markdownTable, writeShare } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import {
  type CARD_LINES,
  drawAccount,
  moveTotals,
  RATE_SHAPES,
  type RateShape,
  type SimulatedCard,
  simulateCard,
} from './simulated-card.ts';
import { readPlan } from './simulation-plan.ts';
import { writeBench } from './write-bench.ts';

const SIZES = [25, 60, 300, 2000] as const;
const BASES = [0.1, 0.33, 0.5] as const;
const CARDS = ['six', 'nine'] as const;
/** How totals of a sample are counted: one an account; ten repeats that differ, in tenths; the same, each as an account. */
const COUNTED = ['one total each', 'ten repeats, a tenth each', 'ten repeats, one each'] as const;
const REPEATS = 10;
const TOP = 0.1;
/** Asked for at every size, of totals counted as they should be; and of the time of one calibration. */
const COVERAGE = 0.87;
const MILLISECONDS = 50;
const TIMED = 60;

interface Cell {
  readonly n: number;
  readonly lines: keyof typeof CARD_LINES;
  readonly shape: RateShape;
  readonly base: number;
  readonly counted: (typeof COUNTED)[number];
}

/** Means over the sets of a cell, totals weighted by the accounts there. */
interface Row extends Cell {
  readonly coverage: number;
  /** The same among the tenth of accounts with the highest totals. */
  readonly topCoverage: number;
  /** Share of accounts whose rate lies under, and over, their interval. */
  readonly under: number;
  readonly over: number;
  readonly width: number;
  /** Mean absolute error of the rates, and of the raw shares (over totals that some account had). */
  readonly error: number;
  readonly rawError: number;
}

/** Processor time of one calibration. */
interface Time {
  readonly n: number;
  readonly counted: Cell['counted'];
  readonly medianMs: number;
  readonly slowMs: number;
}

type Job = Cell & { readonly sets: number; readonly seed: number };

/** Whether the intervals of the probabilities hold the truth, and how far rates are off beside raw shares. */
async function main(): Promise<void> {
  const plan = readPlan(100);
  const jobs = COUNTED.flatMap((counted) =>
    SIZES.flatMap((n) =>
      CARDS.flatMap((lines) =>
        RATE_SHAPES.flatMap((shape) =>
          BASES.map((base): Job => ({ n, lines, shape, base, counted, ...plan })),
        ),
      ),
    ),
  );
  const rows = await shareOut<Job, Row>(jobs);
  const times = timeCalibrations(plan.seed);
  const record = writeBench('scorecard-probability', { ...plan, rows, times });
  printEvidence(record, plan, [
    'By size and how totals are counted (means over 5 shapes, 3 base rates and 2 cards; totals weighted by accounts):',
    markdownTable(COUNTED.flatMap((counted) => SIZES.map((n) => sizeRow(rows, counted, n)))),
    'Coverage by the shape of the true rates, one total each (in brackets the lowest of its 3 base rates and 2 cards):',
    markdownTable(SIZES.map((n) => shapeRow(rows, n))),
    'Processor time of one calibration, 26 totals:',
    markdownTable(times.map(timeRow)),
  ]);
  const slow = times.filter(({ medianMs }) => medianMs >= MILLISECONDS);
  const missed = [
    ...missedBars(rows),
    ...slow.map(({ n, counted, medianMs }) => `${counted}, ${n}: ${medianMs.toFixed(0)} ms`),
  ];
  console.log(missed.length === 0 ? 'Every bar is met.' : `Bars missed:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function sizeRow(rows: readonly Row[], counted: Cell['counted'], n: number) {
  const of = rows.filter((row) => row.n === n && row.counted === counted);
  const mean = (figure: keyof Row): number => meanOf(of.map((row) => row[figure] as number));
  return {
    totals: counted,
    customers: n,
    coverage: writeShare(mean('coverage')),
    'of the top tenth': writeShare(mean('topCoverage')),
    'true rate under / over': `${writeShare(mean('under'))} / ${writeShare(mean('over'))}`,
    'width of the interval': writeShare(mean('width')),
    'error of the rates': mean('error').toFixed(3),
    'of raw shares': mean('rawError').toFixed(3),
  };
}

function shapeRow(rows: readonly Row[], n: number) {
  const of = (shape: RateShape): string => {
    const found = rows.filter((row) => row.n === n && row.shape === shape && row.counted === COUNTED[0]);
    const coverages = found.map(({ coverage }) => coverage);
    return `${writeShare(meanOf(coverages))} (${writeShare(Math.min(...coverages))})`;
  };
  return { customers: n, ...Object.fromEntries(RATE_SHAPES.map((shape) => [shape, of(shape)])) };
}

function missedBars(rows: readonly Row[]): readonly string[] {
  return COUNTED.slice(0, 2).flatMap((counted) =>
    SIZES.flatMap((n) => {
      const of = rows.filter((row) => row.n === n && row.counted === counted);
      const coverage = meanOf(of.map((row) => row.coverage));
      return coverage < COVERAGE ? [`${counted}, ${n}: coverage ${coverage.toFixed(3)}`] : [];
    }),
  );
}

/** The card with most totals, after the threads have ended: they share the clock of the processor. */
function timeCalibrations(seed: number): readonly Time[] {
  const card = simulateCard('nine', 'logistic', 0.33);
  return COUNTED.slice(0, 2).flatMap((counted) =>
    SIZES.map((n) => {
      const random = createRandom(seed);
      const outcomes = [...reachable(card), ...drawOutcomes(card, { n, counted }, random)];
      const times = Array.from({ length: TIMED }, () => {
        const before = process.cpuUsage();
        calibrateTotals(outcomes, { seed });
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      return { n, counted, medianMs: quantile(times, 0.5), slowMs: quantile(times, 0.95) };
    }),
  );
}

function timeRow({ n, counted, medianMs, slowMs }: Time) {
  return { totals: counted, customers: n, 'median, ms': medianMs.toFixed(0), '95%': slowMs.toFixed(0) };
}

function measure({ sets, seed, ...cell }: Job): Row {
  const card = simulateCard(cell.lines, cell.shape, cell.base);
  const seen = cell.counted === COUNTED[0] ? card : moveTotals(card);
  const checks = Array.from({ length: sets }, (_, set) => {
    const name = `${seed} ${cell.n} ${cell.lines} ${cell.shape} ${cell.base} ${set}`;
    const random = createRandom(hashSeed(name));
    const outcomes = [...reachable(seen), ...drawOutcomes(card, cell, random)];
    const calibration = calibrateTotals(outcomes, { seed: set });
    return check(seen, calibration, rawShares(outcomes));
  });
  const mean = (figure: keyof (typeof checks)[number]): number => {
    return Number(meanOf(checks.map((of) => of[figure])).toFixed(4));
  };
  return {
    ...cell,
    coverage: mean('coverage'),
    topCoverage: mean('topCoverage'),
    under: mean('under'),
    over: mean('over'),
    width: mean('width'),
    error: mean('error'),
    rawError: mean('rawError'),
  };
}

/** The ends of the card, so that every total has a rate. */
function reachable({ lowest, shares }: SimulatedCard): readonly TotalOutcome[] {
  return [lowest, lowest + shares.length - 1].map((total) => ({ total, n: 0, positives: 0 }));
}

function drawOutcomes(
  card: SimulatedCard,
  { n, counted }: Pick<Cell, 'n' | 'counted'>,
  random: Random,
): readonly TotalOutcome[] {
  const accounts = Array.from({ length: n }, () => drawAccount(card, random));
  if (counted === COUNTED[0])
    return accounts.map(({ total, positive }) => ({ total, n: 1, positives: positive }));
  const part = counted === COUNTED[1] ? 1 / REPEATS : 1;
  return accounts.flatMap(({ total, positive }) =>
    Array.from({ length: REPEATS }, () => ({
      total: total + random.integer(2) + random.integer(2) - 1,
      n: part,
      positives: part * positive,
    })),
  );
}

function rawShares(outcomes: readonly TotalOutcome[]): ReadonlyMap<number, number> {
  const sums = new Map<number, { n: number; positives: number }>();
  for (const { total, n, positives } of outcomes) {
    const sum = sums.get(total) ?? { n: 0, positives: 0 };
    sums.set(total, { n: sum.n + n, positives: sum.positives + positives });
  }
  return new Map(
    [...sums].filter(([, { n }]) => n > 0).map(([total, { n, positives }]) => [total, positives / n]),
  );
}

function check(truth: SimulatedCard, { rates }: Calibration, raw: ReadonlyMap<number, number>) {
  const sums = { under: 0, over: 0, top: 0, width: 0, error: 0, raw: 0, seen: 0 };
  let left = 1;
  rates.forEach(({ total, rate, low, high }, place) => {
    const share = truth.shares[place]!;
    const top = Math.min(left, TOP) - Math.min(left - share, TOP);
    left -= share;
    const right = truth.rates[place]!;
    if (right < low) sums.under += share;
    if (right > high) sums.over += share;
    if (low <= right && right <= high) sums.top += top / TOP;
    sums.width += share * (high - low);
    sums.error += share * Math.abs(rate - right);
    const rawShare = raw.get(total);
    if (rawShare === undefined) return;
    sums.raw += share * Math.abs(rawShare - right);
    sums.seen += share;
  });
  const { under, over, width, error } = sums;
  const coverage = 1 - under - over;
  return { coverage, under, over, topCoverage: sums.top, width, error, rawError: sums.raw / sums.seen };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

if (isMainThread) await main();
else answerJobs(measure);
