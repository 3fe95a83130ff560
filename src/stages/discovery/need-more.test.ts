import { describe, expect, it } from 'vitest';
import { needMore } from './need-more.ts';

describe('how many more would settle a pattern', () => {
  const size = { records: 60, fields: 20 };

  it('is fewer the stronger it is now', () => {
    const at = (z: number) => needMore({ z, looks: 5, sides: 2, error: 0.5 }, size)!;
    expect(at(3.5)).toBeLessThan(at(3));
    expect(at(3)).toBeGreaterThan(0);
  });

  // R: reached <- qnorm(pbeta(2 * pnorm(3, lower.tail = FALSE), 1, 5) / 2, lower.tail = FALSE)
  // ceiling(60 * ((qnorm(.025 / (20 * 5), lower.tail = FALSE) * (1 + .5^2) / reached)^2 - 1))
  it('is what the expected z needs to meet the critical value', () => {
    expect(needMore({ z: 3, looks: 5, sides: 2, error: 0.5 }, size)).toBe(126);
  });

  it('is out of reach above twenty times what there is', () => {
    expect(needMore({ z: 0.5, looks: 20, sides: 2, error: 0.6 }, size)).toBeNull();
    expect(needMore({ z: 0, looks: 20, sides: 2, error: 0.6 }, size)).toBeNull();
  });
});
