import { describe, expect, it } from 'vitest';
import { SpreadSample } from './spread-sample.ts';

function sampleOf(count: number): readonly number[] {
  const sample = new SpreadSample();
  for (let item = 0; item < count; item += 1) {
    if (sample.takesNext()) sample.take(Buffer.from(String(item)));
  }
  return sample.items.map(Number);
}

describe('a sample spread over a stream', () => {
  it('is all of a short stream', () => {
    expect(sampleOf(3)).toEqual([0, 1, 2]);
    expect(sampleOf(20_000)).toHaveLength(20_000);
  });

  it('has about 10,000 to 20,000 items of a long one, in their order, from every part', () => {
    const items = sampleOf(333_333);
    expect(items.length).toBeGreaterThan(9_000);
    expect(items.length).toBeLessThanOrEqual(20_000);
    expect(items).toEqual(items.toSorted((one, two) => one - two));
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      items.filter((item) => Math.floor(item / 33_334) === tenth),
    );
    for (const tenth of tenths) expect(Math.abs(tenth.length / items.length - 0.1)).toBeLessThan(0.02);
  });

  it('holds every kind of a stream that repeats itself in the measure in which it is there', () => {
    const items = sampleOf(500_000);
    for (const period of [2, 4, 32, 50]) {
      const share = items.filter((item) => item % period === 1).length / items.length;
      expect(Math.abs(share * period - 1)).toBeLessThan(0.2);
    }
  });

  it('passes over what is not there', () => {
    const sample = new SpreadSample();
    for (const item of [Buffer.from('a'), null, Buffer.from('b')]) {
      if (sample.takesNext()) sample.take(item);
    }
    expect(sample.items.map(String)).toEqual(['a', 'b']);
  });
});
