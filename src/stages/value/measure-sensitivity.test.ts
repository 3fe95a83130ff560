import { describe, expect, it } from 'vitest';
import { measureSensitivity } from './measure-sensitivity.ts';

const known = new Float64Array(6).fill(1);
const input = {
  columns: {
    rows: 6,
    percentiles: [
      Float64Array.of(11 / 12, 9 / 12, 7 / 12, 5 / 12, 3 / 12, 1 / 12),
      Float64Array.of(11 / 12, 1 / 12, 3 / 12, 9 / 12, 5 / 12, 7 / 12),
    ],
    known: [known, known],
  },
  weights: [4, 1],
  names: ['contract_value', 'speed_of_close'] as const,
  accountIds: ['a', 'b', 'c', 'd', 'e', 'f'],
  best: Uint8Array.of(1, 1, 0, 0, 0, 0),
  seed: 7,
};

describe('measureSensitivity', () => {
  it('holds who is first in everything in the core', () => {
    const { summary, bestShare } = measureSensitivity(input);
    expect(bestShare[0]).toBe(1);
    expect(summary.core).toContain('a');
    expect(summary.core).not.toContain('d');
  });

  it('says who enters and who leaves when a component is dropped or doubled', () => {
    const { changes } = measureSensitivity(input).summary;
    expect(changes).toHaveLength(4);
    expect(changes[0]).toEqual({
      component: 'contract_value',
      change: 'dropped',
      overlap: 0.5,
      enter: ['d'],
      leave: ['b'],
    });
    expect(changes[1]).toMatchObject({ change: 'doubled', overlap: 1, enter: [], leave: [] });
  });

  it('moves b out in as many draws as its arithmetic says', () => {
    // b beats d when 4x(9 - 5) > y(9 - 1) in twelfths: ln y - ln x < ln 2, a normal of sd sqrt(.5): 0.8365 (R: pnorm).
    const shares = [1, 2, 3, 4].map((seed) => measureSensitivity({ ...input, seed }).bestShare[1]!);
    expect(shares.reduce((sum, share) => sum + share, 0) / 4).toBeCloseTo(0.8365, 1);
  });

  it('repeats with its seed and differs with another', () => {
    expect(measureSensitivity(input)).toEqual(measureSensitivity(input));
    expect(measureSensitivity({ ...input, seed: 8 }).summary.overlap).not.toBe(
      measureSensitivity(input).summary.overlap,
    );
  });

  it('has nothing to drop when only one component counts', () => {
    const one = {
      ...input,
      columns: { rows: 6, percentiles: input.columns.percentiles.slice(0, 1), known: [known] },
      weights: [4],
      names: input.names.slice(0, 1),
    };
    expect(measureSensitivity(one).summary.changes).toEqual([]);
    expect(measureSensitivity(one).summary.overlap).toBe(1);
  });
});
