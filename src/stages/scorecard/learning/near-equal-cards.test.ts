import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../base/stats/index.ts';
import { foldRecords, type LearnedCard, learnCards, nearEqualCards } from './index.ts';

// Two pairs of conditions that say nearly the same, and one that says nothing.
const random = createRandom(11);
const rows = Array.from({ length: 240 }, () => {
  const [size, tool] = [Number(random.next() < 0.5), Number(random.next() < 0.5)];
  const twin = (value: number): number => (random.next() < 0.01 ? 1 - value : value);
  return [size, twin(size), tool, twin(tool), Number(random.next() < 0.5)];
});
const outcome = rows.map((row) => Number(random.next() < 0.1 + 0.4 * row[0]! + 0.4 * row[2]!));
const records = foldRecords(
  rows[0]!.map((_, c) => ({ values: rows.map((row) => row[c]!) })),
  outcome,
);
const learn = (keep: number, fields: readonly string[] | null): readonly LearnedCard[] => {
  const learning = learnCards({
    records,
    limits: rows[0]!.map(() => ({ low: -5, high: 5, required: false })),
    fields,
    layers: null,
    most: 2,
    mostSlope: 2,
    pointsPrior: null,
    slopePrior: null,
    keep,
  });
  return learning.kind === 'cards' ? learning.cards : [];
};
const all = { fields: null, searchable: null, most: 3 };
const supportOf = ({ points }: LearnedCard): string => points.flatMap((p, c) => (p === 0 ? [] : [c])).join();

describe('cards that the data do not tell from the best', () => {
  it('use its near twins in place of a condition', () => {
    const near = nearEqualCards(records, learn(12, null), { ...all, most: 9 });
    expect(near.map(supportOf)).toEqual(expect.arrayContaining(['0,2']));
    expect(near.length).toBeGreaterThan(1);
    for (const card of near) expect(supportOf(card)).toMatch(/^[01],[23]$/);
  });

  it('are no more than asked for, the best among them', () => {
    const cards = learn(12, null);
    const near = nearEqualCards(records, cards, { ...all, most: 2 });
    expect(near).toHaveLength(2);
    expect(near[0]).toBe(cards[0]);
    expect(nearEqualCards(records, [], all)).toEqual([]);
  });

  it('come first where a person can search by all their conditions', () => {
    const cards = learn(12, null);
    const searchable = rows[0]!.map((_, c) => cards[0]!.points[c] === 0);
    const [first] = nearEqualCards(records, cards, {
      ...all,
      searchable: searchable.with(2, true).with(3, true),
    });
    expect(supportOf(first!)).not.toBe(supportOf(cards[0]!));
  });

  it('use other fields, not another condition of the same field', () => {
    const fields = ['size', 'size', 'tools', 'tools', 'other'];
    expect(nearEqualCards(records, learn(12, fields), { ...all, fields })).toHaveLength(1);
    const apart = ['size', 'revenue', 'tools', 'tools', 'other'];
    const near = nearEqualCards(records, learn(12, apart), { ...all, fields: apart });
    expect(near.map((card) => supportOf(card).charAt(0)).sort()).toEqual(['0', '1']);
  });

  // NumPy 2.4.6: l = lambda z, y: numpy.logaddexp(0, z) - y * z
  // x, y = (numpy.repeat(v, [400, 200, 100, 500]) for v in ([0, 0, 1, 1], [0, 1, 0, 1])); t = x + (numpy.arange(1200) == 0)
  // d = l(.9 * t - .7, y) - l(2.3 * x - .7, y); numpy.sqrt(len(d) * numpy.var(d))
  it('cost at most 2 nats more, or one standard error of the difference where that is more', () => {
    const repeat = (values: readonly number[]): readonly number[] =>
      values.flatMap((value, i) => Array.from({ length: [400, 200, 100, 500][i]! }, () => value));
    const x = repeat([0, 0, 1, 1]);
    const two = foldRecords(
      [{ values: x }, { values: x.map((_, i) => Number(i === 0)) }],
      repeat([0, 1, 0, 1]),
    );
    const best = { points: [1, 0], base: -0.7, slope: 2.3, misfit: 600, loss: 600 };
    const isNear = (slope: number, more: number): boolean =>
      nearEqualCards(two, [best, { ...best, points: [1, 1], slope, loss: 600 + more }], all).length === 2;
    expect([isNear(2.3, 1.99), isNear(2.3, 2.01)]).toEqual([true, false]);
    const error = 13.16190357389241;
    expect([isNear(0.9, error - 1e-6), isNear(0.9, error + 1e-6)]).toEqual([true, false]);
  });
});
