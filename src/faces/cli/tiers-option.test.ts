import { describe, expect, it } from 'vitest';
import { BestfitError } from '../../base/errors/index.ts';
import { tiersOption } from './tiers-option.ts';

describe('cut-offs on the command line', () => {
  it('are shares of the market, counts of accounts, points or rates', () => {
    expect(tiersOption({})).toBeNull();
    expect(tiersOption({ capacity: '10%, 20%,70%' })).toEqual({
      by: 'capacity',
      unit: 'share',
      wanted: [0.1, 0.2, 0.7],
    });
    expect(tiersOption({ capacity: '200,500' })).toEqual({
      by: 'capacity',
      unit: 'count',
      wanted: [200, 500],
    });
    expect(tiersOption({ points: '9,6,-1' })).toEqual({ by: 'points', cuts: [9, 6, -1] });
    expect(tiersOption({ probability: '50%,0.3,10%' })).toEqual({
      by: 'probability',
      rates: [0.5, 0.3, 0.1],
    });
  });

  it.each([
    { capacity: '60%,50%' },
    { capacity: '10%,200' },
    { capacity: '0' },
    { capacity: '2.5' },
    { capacity: '-3' },
    { capacity: '1,2,3,4' },
    { capacity: '' },
    { points: '3,6,9' },
    { points: '9,9' },
    { points: 'x' },
    { points: '9,,3' },
    { points: 'Infinity' },
    { probability: '10%,50%' },
    { probability: '100%' },
    { probability: '50' },
  ])('that are none are refused: %j', (options) => {
    expect(() => tiersOption(options)).toThrow(BestfitError);
    expect(() => tiersOption(options)).toThrow(/cannot be/);
  });

  it('are given in one way at a time', () => {
    expect(() => tiersOption({ points: '9', capacity: '10%' })).toThrow(
      '`--capacity` and `--points` cannot be given together',
    );
  });
});
