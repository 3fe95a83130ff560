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

  // R: i <- 0:59; x <- g %% 3 + ((i * 37) %% 11) / 10, with accounts g of 1, 3, ... 13, 11 records
  // (g <- floor(sqrt(i)); y <- as.integer((g * 5 + i %/% 9) %% 4 < 2)) and of two (g <- i %/% 2;
  // y <- as.integer((g * 5 + i %% 7 %/% 6) %% 4 < 2))
  // icc <- function(x) { m <- anova(lm(x ~ factor(g)))[["Mean Sq"]]; s <- table(g)
  //   k <- (60 - sum(s^2) / 60) / (length(s) - 1); (m[1] - m[2]) / (m[1] + (k - 1) * m[2]) }
  // 1 + (sum(table(g)^2) / 60 - 1) * icc(x) * icc(y)
  // v <- function(x, m) m * (length(x) - m) / length(x) * var(x)
  // v(rowsum(x, g)[, 1], sum(tapply(y, g, mean))) / v(x, sum(y))
  it.each([
    {
      sizes: 'unequal',
      account: (i: number) => Math.floor(Math.sqrt(i)),
      inside: (g: number, i: number) => (g * 5 + Math.floor(i / 9)) % 4 < 2,
      kish: 6.9566534220718532,
      byAccount: 12.843310766716414,
    },
    {
      sizes: 'two',
      account: (i: number) => Math.floor(i / 2),
      inside: (g: number, i: number) => (g * 5 + Math.floor((i % 7) / 6)) % 4 < 2,
      kish: 1.6090081295388556,
      byAccount: 1.8488765995378349,
    },
  ])('of $sizes sizes widen as the formula of Kish says, in R', ({ account, inside, kish, byAccount }) => {
    const cluster = Int32Array.from({ length: 60 }, (_, i) => account(i));
    const of = { cluster, accounts: Math.max(...cluster) + 1 };
    const scores = Float64Array.from(cluster, (g, i) => (g % 3) + ((i * 37) % 11) / 10);
    const members = Float64Array.from(cluster, (g, i) => Number(inside(g, i)));
    expect(designEffect(scores, members, of) / kish).toBeCloseTo(1, 12);
    expect(accountDesignEffect(scores, members, of) / byAccount).toBeCloseTo(1, 12);
  });

  it('share one code per account unless a record disagrees', () => {
    const codes = Int32Array.from(cluster, (account, i) => (i % 3 === 0 ? -1 : account));
    expect(Array.from(accountCodes(codes, clusters)!)).toEqual([0, 1, 2, 3]);
    codes[1] = 3;
    expect(accountCodes(codes, clusters)).toBeNull();
  });
});
