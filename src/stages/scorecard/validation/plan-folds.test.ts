import { describe, expect, it } from 'vitest';
import { planFolds } from './plan-folds.ts';

describe('a plan of folds', () => {
  it('is 10 times 5 folds up to 200 units, and fewer times from there', () => {
    expect(planFolds(60, 20)).toEqual({ repeats: 10, folds: 5 });
    expect([201, 1001, 5001].map((units) => planFolds(units, units / 3).repeats)).toEqual([4, 2, 1]);
  });

  it('has two of the rarer outcome in a fold below 60 units, and two folds at least', () => {
    expect(planFolds(25, 8)).toEqual({ repeats: 10, folds: 4 });
    expect(planFolds(25, 21)).toEqual({ repeats: 10, folds: 2 });
    expect(planFolds(12, 1)).toEqual({ repeats: 10, folds: 2 });
  });
});
