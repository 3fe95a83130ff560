import { describe, expect, it } from 'vitest';
import { kaplanMeier } from './kaplan-meier.ts';

describe('kaplanMeier', () => {
  const durations = Float64Array.of(2, 3, 3, 5, 5, 8, 8, 9, 12, 15, 15, 20);
  const ended = [1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0];

  // R 4.2, survival 3.5: summary(survfit(Surv(durations, ended) ~ 1))[c("time", "surv")]
  it('agrees with R', () => {
    const curve = kaplanMeier(durations, ended);
    expect([...curve.times]).toEqual([2, 3, 5, 8, 12, 15]);
    const expected = [
      0.9166666666666666, 0.8333333333333333, 0.6481481481481481, 0.5555555555555555, 0.4166666666666666,
      0.2777777777777777,
    ];
    expected.forEach((share, i) => {
      expect(curve.survival[i]).toBeCloseTo(share, 13);
    });
  });

  // R: i <- 0:999; s <- survfit(Surv((i * 37) %% 97 + 1, as.integer(i %% 3 != 0)) ~ 1)
  // summary(s, times = c(1, 2, 48, 49, 96, 97))$surv
  it.each([
    [1, 0.993],
    [2, 0.9859716885743175],
    [48, 0.6373980204300383],
    [49, 0.6285452701462878],
    [96, 0.04906965350661149],
    [97, 0.014720896051983446],
  ])('agrees with R on a thousand relations at %d', (time, share) => {
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const curve = kaplanMeier(
      Float64Array.from(rows, (i) => ((i * 37) % 97) + 1),
      rows.map((i) => Number(i % 3 !== 0)),
    );
    expect(curve.at(time) / share).toBeCloseTo(1, 12);
  });

  // R: survfit(Surv(c(4, 4, 4), c(1, 1, 1)) ~ 1)$surv, survfit(Surv(4, 1) ~ 1)$surv,
  // survfit(Surv(c(1, 5, 5, 5), c(0, 1, 1, 0)) ~ 1)$surv
  it('falls to zero when all end at once, and by the share of those still at risk', () => {
    expect([...kaplanMeier(Float64Array.of(4, 4, 4), [1, 1, 1]).survival]).toEqual([0]);
    expect([...kaplanMeier(Float64Array.of(4), [1]).survival]).toEqual([0]);
    expect(kaplanMeier(Float64Array.of(1, 5, 5, 5), [0, 1, 1, 0]).at(5)).toBeCloseTo(1 / 3, 15);
  });

  it('falls at the moment of an end, not before it', () => {
    const curve = kaplanMeier(durations, ended);
    expect(curve.before(2)).toBe(1);
    expect(curve.at(2)).toBeCloseTo(11 / 12, 13);
    expect(curve.at(4)).toBe(curve.at(3));
    expect(curve.before(100)).toBe(curve.at(15));
  });

  it('does not depend on the order of the relations and ignores unknown durations', () => {
    const reversed = kaplanMeier(Float64Array.of(Number.NaN, ...durations.toReversed()), [
      1,
      ...ended.toReversed(),
    ]);
    expect([...reversed.survival]).toEqual([...kaplanMeier(durations, ended).survival]);
  });

  it('stays at one when nothing ended', () => {
    expect(kaplanMeier(Float64Array.of(1, 2), [0, 0]).at(5)).toBe(1);
  });
});
