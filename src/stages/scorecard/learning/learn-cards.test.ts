import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine } from './fit-line.ts';
import { foldRecords, type LearnedCard, type LearningTask, learnCards, type PointLimits } from './index.ts';

/** Records as rows of answers, and the outcome of each. */
interface Sample {
  readonly rows: readonly (readonly number[])[];
  readonly outcome: readonly number[];
}

const small: PointLimits = { low: -2, high: 2, required: false };
const slopePrior = { mean: 0.4, deviation: 0.25 };

function toTask({ rows, outcome }: Sample, options: Partial<LearningTask> = {}): LearningTask {
  const columns = rows[0]!.map((_, c) => ({ values: rows.map((row) => row[c]!) }));
  return {
    records: foldRecords(columns, outcome),
    limits: columns.map(() => small),
    fields: null,
    most: 3,
    mostSlope: 1,
    pointsPrior: null,
    slopePrior: null,
    keep: 3,
    ...options,
  };
}

function cardsOf(task: LearningTask): readonly LearnedCard[] {
  const learning = learnCards(task);
  if (learning.kind !== 'cards') throw new Error(learning.kind);
  return learning.cards;
}

/** Loss of a card by the definition, record by record, nothing folded. */
function lossOf({ rows, outcome }: Sample, task: LearningTask, points: readonly number[]): number {
  const totals = Float64Array.from(rows, (row) =>
    row.reduce((sum, answer, c) => sum + points[c]! * (Number.isNaN(answer) ? 0 : answer), 0),
  );
  const weights = new Float64Array(rows.length).fill(1);
  const line = { base: 0, slope: 0.4, bar: Infinity, loss: 0 };
  const sums = { size: rows.length, totals, weights, positives: Float64Array.from(outcome) };
  fitLine(sums, { most: task.mostSlope, prior: task.slopePrior }, line);
  const { pointsPrior } = task;
  if (pointsPrior === null) return line.loss;
  return (
    line.loss + pointsPrior.price * points.reduce((s, p, c) => s + Math.abs(p - pointsPrior.rubric[c]!), 0)
  );
}

/** The least loss of all cards that the limits allow. */
function leastLoss(sample: Sample, task: LearningTask): number {
  let cards: readonly (readonly number[])[] = [[]];
  for (const { low, high } of task.limits) {
    const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    cards = cards.flatMap((card) => values.map((value) => [...card, value]));
  }
  const allowed = cards.filter((card) => isAllowed(task, card));
  return Math.min(...allowed.map((card) => lossOf(sample, task, card)));
}

function isAllowed({ limits, fields, most }: LearningTask, card: readonly number[]): boolean {
  const support = card.flatMap((p, c) => (p === 0 ? [] : [c]));
  const taken = support.map((c) => fields?.[c] ?? c);
  return (
    support.length <= most &&
    new Set(taken).size === taken.length &&
    limits.every(({ low, high, required }, c) =>
      card[c] === 0 ? !required : card[c]! >= low && card[c]! <= high,
    )
  );
}

const samples = (columns: number): fc.Arbitrary<Sample> =>
  fc
    .array(
      fc.tuple(
        fc.array(fc.constantFrom(0, 1, Number.NaN), { minLength: columns, maxLength: columns }),
        fc.nat(9),
      ),
      {
        minLength: 12,
        maxLength: 60,
      },
    )
    .map((records) => ({
      rows: records.map(([row]) => row),
      outcome: records.map(([row, luck], i) => (i < 2 ? i : Number(3 * (row[0] === 1 ? 1 : 0) + luck > 6))),
    }));
const runs = { numRuns: 40, seed: 20_260_101 };

describe('cards learned from few records', () => {
  it.each([
    { prior: 'without a prior', options: {} },
    {
      prior: 'with a rubric',
      options: { slopePrior, pointsPrior: { rubric: [2, 1, 0, 0, -1], price: 1.2 }, most: 5 },
    },
  ])('are as good as the best of all cards, $prior', ({ options }) => {
    fc.assert(
      fc.property(samples(5), (sample) => {
        const task = toTask(sample, options);
        const [best] = cardsOf(task);
        expect(best!.loss).toBeCloseTo(lossOf(sample, task, best!.points), 8);
        expect(best!.loss - leastLoss(sample, task)).toBeLessThan(1e-5);
      }),
      runs,
    );
  });
});
