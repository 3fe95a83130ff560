import { describe, expect, it } from 'vitest';
import { kaplanMeier } from './kaplan-meier.ts';

describe('kaplanMeier', () => {
  const durations = Float64Array.of(2, 3, 3, 5, 5, 8, 8, 9, 12, 15, 15, 20);
  const ended = [1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0];

  // R: summary(survival::survfit(survival::Surv(durations, ended) ~ 1))
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
