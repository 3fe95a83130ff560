import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandBins } from './band-bins.ts';

const band = (low: number, high: number) => ({ low, high });
const repeat = (of: ReturnType<typeof band>, n: number) => Array.from({ length: n }, () => of);
const unknownIn = (bands: readonly ReturnType<typeof band>[]) => {
  const bins = bandBins(bands);
  return bands.filter((of) => !bins.some(({ low, high }) => low <= of.low && of.high <= high)).length;
};

describe('bins of bands', () => {
  it('are the bands of one scheme, open ends and exact values among them', () => {
    const scheme = [band(1, 10), band(11, 50), band(51, 200), band(201, Number.POSITIVE_INFINITY)];
    const bands = [...scheme.flatMap((of) => repeat(of, 10)), band(7, 7), band(120, 120), band(9000, 9000)];
    expect(bandBins(bands)).toEqual(scheme);
  });

  it('are the ends that two schemes have in common, so that no band is lost', () => {
    const [fine, coarse] = [
      [band(1, 10), band(11, 50), band(51, 100), band(101, 500)],
      [band(1, 50), band(51, 500)],
    ];
    const bands = [...fine.flatMap((of) => repeat(of, 10)), ...coarse.flatMap((of) => repeat(of, 20))];
    expect(bandBins(bands)).toEqual(coarse);
    expect(unknownIn(bands)).toBe(0);
  });

  it('lose a few bands of another scheme rather than all cuts', () => {
    const fine = [band(1, 10), band(11, 50), band(51, 200), band(201, 500)];
    const bands = [...fine.flatMap((of) => repeat(of, 20)), band(1, 50), band(40, 250)];
    expect(bandBins(bands)).toEqual(fine);
    expect(unknownIn(bands)).toBe(2);
  });

  it('cut between exact values, too', () => {
    const exact = Array.from({ length: 200 }, (_, i) => band(i, i));
    const bins = bandBins([...exact, ...repeat(band(0, 99), 50)]);
    expect(bins.length).toBeGreaterThan(5);
    expect(bins.some(({ high }) => high === 99)).toBe(true);
  });

  it('are in order, apart, and hold every exact value', () => {
    const ends = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 0, 5, 9, 30, Infinity));
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 80 }), (drawn) => {
        const bands = drawn.map(([low, width]) => band(low, low + width));
        const bins = bandBins(bands);
        for (const [i, { low }] of bins.slice(1).entries()) expect(low).toBeGreaterThan(bins[i]!.high);
        for (const { low, high } of bands)
          if (low === high) expect(bins.some((bin) => bin.low <= low && high <= bin.high)).toBe(true);
      }),
    );
  });
});
