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
    layers: null,
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

/** Every card that the limits allow. */
function allCards(task: LearningTask): readonly (readonly number[])[] {
  let cards: readonly (readonly number[])[] = [[]];
  for (const { low, high } of task.limits) {
    const values = [...new Set([0, ...Array.from({ length: high - low + 1 }, (_, i) => low + i)])];
    cards = cards.flatMap((card) => values.map((value) => [...card, value]));
  }
  return cards.filter((card) => isAllowed(task, card));
}

/** The least loss of all cards that the limits allow. */
function leastLoss(sample: Sample, task: LearningTask): number {
  return Math.min(...allCards(task).map((card) => lossOf(sample, task, card)));
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

describe('what a person demands of a card', () => {
  const sample = fc.sample(samples(6), { numRuns: 12, seed: 7 });
  const free: PointLimits = { low: -2, high: 2, required: false };
  const cases: readonly { readonly demand: string; readonly limits: readonly PointLimits[] }[] = [
    {
      demand: 'points that are locked',
      limits: [{ low: -2, high: -2, required: true }, free, free, free, free, free],
    },
    {
      demand: 'a condition that must be there',
      limits: [free, free, free, { low: -2, high: 2, required: true }, free, free],
    },
    {
      demand: 'a condition that is forbidden',
      limits: [{ low: 0, high: 0, required: false }, free, free, free, free, free],
    },
    {
      demand: 'points of one sign',
      limits: Array.from({ length: 6 }, () => ({ low: 0, high: 2, required: false })),
    },
    {
      demand: 'points away from zero',
      limits: Array.from({ length: 6 }, () => ({ low: 1, high: 2, required: false })),
    },
  ];

  it.each(cases)('is kept, at the least loss that it allows: $demand', ({ limits }) => {
    for (const one of sample) {
      const task = toTask(one, { limits });
      const cards = cardsOf(task);
      for (const { points } of cards) expect(isAllowed(task, points)).toBe(true);
      expect(cards[0]!.loss - leastLoss(one, task)).toBeLessThan(1e-5);
    }
  });

  it('is kept where a field may have one condition only', () => {
    for (const one of sample) {
      const pointsPrior = { rubric: [2, 2, 1, 0, 0, -1], price: 0.3 };
      const task = toTask(one, { fields: ['a', 'a', 'a', 'b', 'b', 'c'], pointsPrior, slopePrior });
      const cards = cardsOf(task);
      for (const { points } of cards) expect(isAllowed(task, points)).toBe(true);
      expect(cards[0]!.loss - leastLoss(one, task)).toBeLessThan(1e-5);
    }
  });

  it('is refused where no card can keep it', () => {
    const task = toTask(sample[0]!, {
      limits: Array.from({ length: 6 }, () => ({ ...free, required: true })),
    });
    expect(() => learnCards(task)).toThrow('6 required conditions, at most 3 allowed');
    expect(() => learnCards({ ...task, most: 6, fields: ['a', 'a', 'b', 'c', 'd', 'e'] })).toThrow(
      'two required conditions of one field',
    );
    const never = task.limits.with(1, { low: 0, high: 0, required: true });
    expect(() => learnCards({ ...task, limits: never })).toThrow('required and forbidden: column 1');
    expect(() => learnCards({ ...task, limits: task.limits.with(0, { ...free, low: 3 }) })).toThrow(
      'no whole points from 3 to 2: column 0',
    );
    expect(() => learnCards({ ...task, limits: [] })).toThrow('not one entry for each of 6 columns');
  });
});

describe('a learned card', () => {
  it('does not hang on the order of the records, nor on whether they were folded', () => {
    fc.assert(
      fc.property(samples(5), fc.infiniteStream(fc.nat(1_000_000)), ({ rows, outcome }, keys) => {
        const order = rows.map((_, i) => ({ i, key: keys.next().value! })).sort((a, b) => a.key - b.key);
        const shuffled = { rows: order.map(({ i }) => rows[i]!), outcome: order.map(({ i }) => outcome[i]!) };
        // One more column tells every record apart, so that nothing is folded; it may have no points.
        const apart = rows.map((row, i) => [...row, i + 1]);
        const [first] = cardsOf(toTask({ rows, outcome }));
        const [second] = cardsOf(toTask(shuffled));
        const forbidden = { low: 0, high: 0, required: false };
        const [third] = cardsOf(
          toTask({ rows: apart, outcome }, { limits: [...rows[0]!.map(() => small), forbidden] }),
        );
        expect(second!.loss).toBeCloseTo(first!.loss, 6);
        expect(third!.loss).toBeCloseTo(first!.loss, 6);
      }),
      runs,
    );
  });

  it('costs as much as its parts', () => {
    const [one] = fc.sample(samples(5), { numRuns: 1, seed: 3 });
    const pointsPrior = { rubric: [2, 0, 0, 0, 0], price: 1.2 };
    const task = toTask(one!, { pointsPrior, slopePrior });
    for (const { points, slope, misfit, loss } of cardsOf(task)) {
      const away = points.reduce((sum, p, c) => sum + Math.abs(p - pointsPrior.rubric[c]!), 0);
      expect(loss).toBeCloseTo(misfit + 1.2 * away + (slope - 0.4) ** 2 / (2 * 0.25 ** 2), 8);
    }
  });

  it('stays at the rubric when the price of leaving it is high', () => {
    const [one] = fc.sample(samples(5), { numRuns: 1, seed: 3 });
    const pointsPrior = { rubric: [2, -1, 0, 1, 0], price: 100 };
    expect(cardsOf(toTask(one!, { pointsPrior, slopePrior }))[0]!.points).toEqual([2, -1, 0, 1, 0]);
  });

  it('is one of up to three, each with other conditions, the best first', () => {
    const [one] = fc.sample(samples(6), { numRuns: 1, seed: 5 });
    const cards = cardsOf(toTask(one!));
    const supports = cards.map(({ points }) => points.map((p) => Number(p !== 0)).join());
    expect(cards.length).toBeGreaterThan(1);
    expect(new Set(supports).size).toBe(cards.length);
    expect(cards.map(({ loss }) => loss)).toEqual(cards.map(({ loss }) => loss).toSorted((a, b) => a - b));
  });

  it('is none where all records have the same outcome', () => {
    const sample = { rows: [[1], [0], [1]], outcome: [1, 1, 1] };
    expect(learnCards(toTask(sample))).toEqual({ kind: 'one-outcome', records: 3, positives: 3 });
  });
});

/** The best card by the definition of layers, over all cards: demanded one at a time. */
function bestByLayers(sample: Sample, task: LearningTask) {
  const priced = allCards({ ...task, most: task.most + 1 }).map((points) => ({
    points,
    size: points.filter((p) => p !== 0).length,
    loss: lossOf(sample, task, points),
  }));
  const has = (points: readonly number[], layer: string): boolean =>
    points.some((p, c) => p !== 0 && task.layers![c] === layer);
  const demanded: string[] = [];
  for (;;) {
    const best = priced
      .filter(({ points, size }) => size <= task.most && demanded.every((layer) => has(points, layer)))
      .reduce((a, b) => (b.loss < a.loss ? b : a));
    const added = priced
      .filter(({ points, loss }) => loss < best.loss - 1e-6 && addsLayer(best.points, points, task.layers!))
      .sort((a, b) => a.loss - b.loss)[0];
    if (added === undefined || demanded.length >= task.most) return { ...best, demanded };
    demanded.push(task.layers![added.points.findIndex((p, c) => p !== best.points[c])]!);
  }
}

/** Whether a card is another with one condition on top, of a layer that the other has none of. */
function addsLayer(card: readonly number[], more: readonly number[], layers: readonly string[]): boolean {
  const changed = more.flatMap((p, c) => (p === card[c] ? [] : [c]));
  const [column] = changed;
  if (column === undefined || changed.length > 1 || card[column] !== 0) return false;
  return card.every((p, c) => p === 0 || layers[c] !== layers[column]);
}

describe('a card that must speak of each layer with evidence', () => {
  const layers = ['firm', 'firm', 'firm', 'tools', 'tools', 'behaviour'];
  const rubric = [2, 2, 1, 0, 0, 0];
  const options = { layers, most: 2, slopePrior, pointsPrior: { rubric, price: 0.3 } };

  it('is the best of all cards that hold the layers demanded', () => {
    let demands = 0;
    fc.assert(
      fc.property(samples(6), (sample) => {
        const task = toTask(sample, options);
        const expected = bestByLayers(sample, task);
        demands += expected.demanded.length;
        const [best] = cardsOf(task);
        expect(best!.loss).toBeCloseTo(lossOf(sample, task, best!.points), 8);
        expect(best!.loss - expected.loss).toBeLessThan(1e-5);
      }),
      { ...runs, numRuns: 15 },
    );
    expect(demands).toBeGreaterThan(3);
  });

  it('holds a condition of a layer that the best card has no place for, when it would add to it', () => {
    // Three strong conditions of the firm and a weaker one of its tools; the card may have two.
    const rows = Array.from({ length: 160 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1, (i >> 3) & 1]);
    const outcome = rows.map(([a, b, c, d], i) => Number(3 * a! + 3 * b! + 2 * c! + 1.2 * d! + (i % 5) > 7));
    const free = toTask({ rows, outcome }, { most: 2 });
    const bound = { ...free, layers: ['firm', 'firm', 'firm', 'tools'] };
    expect(cardsOf(free)[0]!.points[3]).toBe(0);
    for (const { points } of cardsOf(bound)) expect(points[3]).not.toBe(0);
    // At a price of 100 nats a point the condition adds nothing that is worth it.
    const dear = { rubric: cardsOf(free)[0]!.points, price: 100 };
    expect(cardsOf({ ...bound, pointsPrior: dear })[0]!.points[3]).toBe(0);
  });

  it('holds as many layers as it may have conditions', () => {
    const rows = Array.from({ length: 64 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1]);
    const outcome = rows.map(([a, b, c], i) => Number(a! + b! + c! + (i % 3) / 2 > 1.6));
    const [best] = cardsOf(toTask({ rows, outcome }, { most: 2, layers: ['a', 'b', 'c'] }));
    expect(best!.points.filter((p) => p !== 0)).toHaveLength(2);
  });
});

describe('a card at an infinite price', () => {
  const [one] = fc.sample(samples(5), { numRuns: 1, seed: 3 });
  const pointsPrior = { rubric: [2, -1, 0, 1, 0], price: Infinity };

  it('is the rubric with the best line', () => {
    const task = toTask(one!, { pointsPrior, slopePrior });
    const [card, ...others] = cardsOf(task);
    expect(others).toEqual([]);
    expect(card!.points).toEqual([2, -1, 0, 1, 0]);
    expect(card!.loss).toBeCloseTo(lossOf(one!, { ...task, pointsPrior: null }, card!.points), 8);
    expect(card!.loss - card!.misfit).toBeCloseTo((card!.slope - 0.4) ** 2 / (2 * 0.25 ** 2), 8);
  });

  it('keeps the limits too', () => {
    const task = toTask(one!, { pointsPrior, slopePrior });
    const limits = task.limits
      .with(0, { low: 0, high: 0, required: false })
      .with(4, { low: 1, high: 1, required: true });
    expect(cardsOf({ ...task, limits })[0]!.points).toEqual([0, -1, 0, 1, 1]);
  });
});
