import { describe, expect, it } from 'vitest';
import { normalLogTail } from './normal-log-tail.ts';

// R: pnorm(z, lower.tail = FALSE, log.p = TRUE); scipy.stats.norm.logsf(z) agrees to 1e-13.
const REFERENCE = [
  [-20, -2.7536241186062337e-89],
  [-9, -1.1285884059538408e-19],
  [-8, -6.220960574271787e-16],
  [-1, -0.17275377902344988],
  [0, -Math.LN2],
  [0.5, -1.1759117615936185],
  [8, -35.01343715991455],
  [20, -203.91715537109727],
  [36.9, -685.3328831653506],
  [37, -689.0305855768906],
  [38, -726.5572160188201],
  [40, -804.6084420137538],
  [100, -5005.524208694205],
  [1000, -500007.8266948122],
  [1e6, -500000000014.73444],
] as const;

describe('normalLogTail', () => {
  it.each(REFERENCE)('of %d is %d', (z, log) => {
    expect(normalLogTail(z) / log).toBeCloseTo(1, 12);
  });

  it('goes to 0 and minus infinity at the ends and passes unknown through', () => {
    expect(normalLogTail(-Infinity)).toBeCloseTo(0, 15);
    expect(normalLogTail(Infinity)).toBe(-Infinity);
    expect(normalLogTail(Number.NaN)).toBeNaN();
  });
});
