import { describe, expect, it } from 'vitest';
import { breadthFindings } from './breadth-findings.ts';

const rules = (market: number, tiersAB: number, capacity = 200) =>
  breadthFindings({ market, tiersAB }, capacity).map(({ rule }) => rule);

describe('breadth', () => {
  it('is too broad over 40% of the market and too narrow under the capacity of a year', () => {
    expect(rules(1000, 400)).toEqual([]);
    expect(rules(1000, 401)).toEqual(['too-broad']);
    expect(rules(1000, 199)).toEqual(['too-narrow']);
    expect(rules(1000, 200)).toEqual([]);
  });

  it('of a small market can be both, of an empty one it is only too narrow', () => {
    expect(rules(100, 50)).toEqual(['too-broad', 'too-narrow']);
    expect(rules(0, 0)).toEqual(['too-narrow']);
  });

  it('is called with the numbers it rests on, never rounded to the limit itself', () => {
    const [far] = breadthFindings({ market: 1000, tiersAB: 500 }, 200);
    expect(far?.message).toContain('500 of 1000 accounts in the market (50%)');
    const [near] = breadthFindings({ market: 4687, tiersAB: 1876 }, 200);
    expect(near?.message).toContain('1876 of 4687 accounts in the market (40.03%)');
    const [few] = breadthFindings({ market: 1000, tiersAB: 30 }, 200);
    expect(few?.message).toContain('30 accounts are A or B, under the 200');
  });
});
