import { describe, expect, it } from 'vitest';
import { normalScores } from './normal-scores.ts';

describe('normalScores', () => {
  // python3: scipy.stats.norm.ppf((scipy.stats.rankdata(values) - .5) / len(values))
  it.each([
    [
      [3, 1, 1000, 3],
      [0, -1.1503493803760079, 1.1503493803760079, 0],
    ],
    [[5], [0]],
    [
      [1, 2],
      [-0.6744897501960817, 0.6744897501960817],
    ],
  ])('of %j sees only the order, ties in the middle', (values, expected) => {
    const scores = normalScores(Float64Array.from(values));
    expected.forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 14);
    });
  });

  // The same for i = numpy.arange(1000); values = i * i % 1009, its elements 0, 1, 500, 999
  it('of a thousand are those of SciPy', () => {
    const scores = normalScores(Float64Array.from({ length: 1000 }, (_, i) => (i * i) % 1009));
    const expected = [
      [0, -3.2905267314918945],
      [1, -2.9677379253417833],
      [500, 0.7030894603309285],
      [999, -1.2758741791491297],
    ] as const;
    for (const [i, score] of expected) expect(scores[i]).toBeCloseTo(score, 13);
  });

  it('keeps unknown values unknown', () => {
    expect(normalScores(Float64Array.of(1, Number.NaN, 2))[1]).toBeNaN();
  });
});
