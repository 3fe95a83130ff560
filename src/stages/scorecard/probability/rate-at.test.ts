import { describe, expect, it } from 'vitest';
import { rateAt } from './rate-at.ts';

const rates = [{ total: 0 }, { total: 3 }, { total: 4 }];

describe('what is known of a total', () => {
  it('is what is known of the highest total not above it', () => {
    expect([0, 2, 3, 9].map((total) => rateAt(rates, total)?.total)).toEqual([0, 0, 3, 4]);
  });

  it('is that of the lowest below all of them, and nothing where nothing is known', () => {
    expect([rateAt(rates, -2)?.total, rateAt([], 1)]).toEqual([0, null]);
  });
});
