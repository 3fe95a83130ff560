import { describe, expect, it } from 'vitest';
import { accountCodes, accountDesignEffect, designEffect } from './clusters.ts';

const cluster = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));
const clusters = { cluster, accounts: 4 };

describe('clusters', () => {
  it('cost nothing when every account has one record', () => {
    const alone = { cluster: Int32Array.from({ length: 40 }, (_, i) => i), accounts: 40 };
    const scores = Float64Array.from({ length: 40 }, (_, i) => i % 7);
    expect(designEffect(scores, scores, alone)).toBe(1);
  });

  it('cost the whole account size when scores and condition are the same within accounts', () => {
    const scores = Float64Array.from(cluster, (account) => account % 2);
    expect(designEffect(scores, scores, clusters)).toBeCloseTo(10, 10);
    expect(accountDesignEffect(scores, scores, clusters)).toBeGreaterThan(10);
  });

  it('cost nothing when the condition varies freely within accounts', () => {
    const scores = Float64Array.from(cluster, (account) => account);
    const inside = Float64Array.from(cluster, (_, i) => i % 2);
    expect(designEffect(scores, inside, clusters)).toBe(1);
  });

  it('share one code per account unless a record disagrees', () => {
    const codes = Int32Array.from(cluster, (account, i) => (i % 3 === 0 ? -1 : account));
    expect(Array.from(accountCodes(codes, clusters)!)).toEqual([0, 1, 2, 3]);
    codes[1] = 3;
    expect(accountCodes(codes, clusters)).toBeNull();
  });
});
