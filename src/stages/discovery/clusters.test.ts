import { describe, expect, it } from 'vitest';
import { accountCodes, accountDesignEffect, designEffect } from './clusters.ts';

const cluster = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));

describe('clusters', () => {
  it('cost nothing when every account has one record', () => {
    const alone = Int32Array.from({ length: 40 }, (_, i) => i);
    const scores = Float64Array.from({ length: 40 }, (_, i) => i % 7);
    expect(designEffect(scores, scores, alone, 40)).toBe(1);
  });

  it('cost the whole account size when scores and condition are the same within accounts', () => {
    const scores = Float64Array.from(cluster, (account) => account % 2);
    expect(designEffect(scores, scores, cluster, 4)).toBeCloseTo(10, 10);
    expect(accountDesignEffect(scores, scores, cluster, 4)).toBeGreaterThan(10);
  });

  it('cost nothing when the condition varies freely within accounts', () => {
    const scores = Float64Array.from(cluster, (account) => account);
    const inside = Float64Array.from(cluster, (_, i) => i % 2);
    expect(designEffect(scores, inside, cluster, 4)).toBe(1);
  });

  it('share one code per account unless a record disagrees', () => {
    const codes = Int32Array.from(cluster, (account, i) => (i % 3 === 0 ? -1 : account));
    expect(Array.from(accountCodes(codes, cluster, 4)!)).toEqual([0, 1, 2, 3]);
    codes[1] = 3;
    expect(accountCodes(codes, cluster, 4)).toBeNull();
  });
});
