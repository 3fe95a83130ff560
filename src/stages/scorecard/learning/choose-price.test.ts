import { describe, expect, it } from 'vitest';
import { choosePrice } from './choose-price.ts';

/** Held-out losses of two folds, by price: .3, .6, 1.2, 2.5 and the rubric. */
const losses = new Map([
  [
    0.3,
    [
      [0.2, 0.9, 0.7],
      [0.6, 0.5],
    ],
  ],
  [
    0.6,
    [
      [0.3, 0.8, 0.7],
      [0.5, 0.5],
    ],
  ],
  [
    1.2,
    [
      [0.3, 0.7, 0.5],
      [0.5, 0.4],
    ],
  ],
  [
    2.5,
    [
      [0.4, 0.6, 0.56],
      [0.4, 0.46],
    ],
  ],
  [
    Infinity,
    [
      [0.6, 0.7, 0.6],
      [0.7, 0.6],
    ],
  ],
]);
const choose = (records = 200) =>
  choosePrice({ records, folds: [0, 1], lossesOf: (fold, price) => losses.get(price)![fold]! });

// NumPy 2.4.6: a = [numpy.mean([.4, .6, .56]), numpy.mean([.4, .46])]; b = [numpy.mean([.3, .7, .5]), numpy.mean([.5, .4])]
// e = lambda v: ((1 / 2 + 2.5 / (200 - 2.5)) * numpy.var(v, ddof=1))**.5; w = lambda v: numpy.average(v, weights=[3, 2])
// w(a), e(a), w(numpy.subtract(a, b)), e(numpy.subtract(a, b))
describe('the price of leaving the rubric', () => {
  it('is tried on records held out, with errors for folds that share records', () => {
    const trial = choose().trials.find(({ price }) => price === 2.5)!;
    expect(trial.loss).toBeCloseTo(0.484, 12);
    expect(trial.standardError).toBeCloseTo(0.04556605998750395, 10);
    expect(trial.behind).toBeCloseTo(0.004, 12);
    expect(trial.behindError).toBeCloseTo(0.02025158221666842, 10);
  });

  it('is the highest that is behind the best by no more than half a standard error', () => {
    const { price, trials } = choose();
    expect(trials.map((trial) => trial.price)).toEqual([0.3, 0.6, 1.2, 2.5, Infinity]);
    expect(trials.find((trial) => trial.behind === 0)!.price).toBe(1.2);
    expect(price).toBe(2.5);
  });

  it('is the rubric itself where all prices do alike', () => {
    const { price } = choosePrice({ records: 100, folds: [0, 1], lossesOf: () => [0.5, 0.6] });
    expect(price).toBe(Infinity);
  });

  it('is the lowest where every dearer card does worse in each fold', () => {
    const lossesOf = (fold: number, price: number) => [0.5 + fold / 10 + Math.min(price, 9) / 10];
    expect(choosePrice({ records: 400, folds: [0, 1, 2], lossesOf }).price).toBe(0.3);
  });

  it('is 1.2 below 100 records, and nothing is learned for it', () => {
    const never = (): never => {
      throw new Error('asked');
    };
    expect(choosePrice({ records: 99, folds: [0, 1], lossesOf: never })).toEqual({ price: 1.2, trials: [] });
  });

  it('is refused without two folds', () => {
    expect(() => choosePrice({ records: 100, folds: [0], lossesOf: () => [1] })).toThrow(
      '2 folds or more, not 1',
    );
  });
});
