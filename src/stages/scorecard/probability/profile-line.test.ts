import { describe, expect, it } from 'vitest';
import { countTotals } from './count-totals.ts';
import { eightTotals } from './eight-totals.fixture.ts';
import { profileLine } from './profile-line.ts';

const counts = countTotals(eightTotals);

// SciPy 1.17.1: x = (t - m) / s; w = (1 + k) / (n + k); sig = special.expit
// a = optimize.minimize_scalar(lambda a: (w * (n * numpy.logaddexp(0, a + b * x) - y * (a + b * x))).sum()
//   + numpy.logaddexp(0, a) - a / 2).x; p = sig(a + b * x)
// info = (w * n * p * (1 - p)).sum() + sig(a) * (1 - sig(a)); 1 / numpy.sqrt(info)
// (special.betaln(y + k * p, n - y + k * (1 - p)) - special.betaln(k * p, k * (1 - p))).sum() - numpy.log(info) / 2
//   + numpy.log(sig(a) * (1 - sig(a))) / 2 - numpy.log1p((b / 1.25)**2)
describe('the likeliest line of one slope', () => {
  it.each([
    { slope: 0.8, k: 10, base: -0.6954765472, error: 0.4050900554922562, logWeight: -29.172163438527974 },
    { slope: 0, k: 2, base: -0.5429700568, error: 0.5109945533451562, logWeight: -33.187988566522364 },
    { slope: 1.5, k: 200, base: -0.9009732797, error: 0.3544373353365319, logWeight: -28.41717474104254 },
  ])('$slope with k $k is that of SciPy', ({ slope, k, base, error, logWeight }) => {
    const line = profileLine(counts, slope, k);
    expect(line.base).toBeCloseTo(base, 7);
    expect(line.error).toBeCloseTo(error, 8);
    expect(line.logWeight).toBeCloseTo(logWeight, 8);
  });

  it('stays finite where all outcomes are the same', () => {
    const all = countTotals([{ total: 0, n: 1000, positives: 1000 }]);
    expect(profileLine(all, 0, 20).base).toBeCloseTo(Math.log(1000.5 / 0.5), -1);
    expect(profileLine(all, 0, 20).base).toBeLessThan(8);
  });
});
