import { describe, expect, it } from 'vitest';
import { winProbability } from './win-probability.ts';

const chances = [
  { total: 0, rate: 0.1 },
  { total: 3, rate: 0.4 },
];

describe('the chance of an account', () => {
  it('is that of the highest total not above its fit', () => {
    expect([0, 2, 3, 9].map((fit) => winProbability(chances, fit, true))).toEqual([0.1, 0.1, 0.4, 0.4]);
  });

  it('is that of the lowest total below all of them', () => {
    expect(winProbability(chances, -2, true)).toBe(0.1);
  });

  it('is unknown without a validation, and where the account is not scored', () => {
    expect([winProbability([], 3, true), winProbability(chances, 3, false)]).toEqual([null, null]);
  });
});
