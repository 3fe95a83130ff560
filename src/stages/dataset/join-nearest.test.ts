import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, nearest } from './join-nearest.ts';

describe('likeness', () => {
  // DuckDB 1.5: select jaro_winkler_similarity('martha','marhta'), ('dixon','dicksonx'), ('dwayne','duane')
  it.each([
    ['martha', 'marhta', 0.9611111111111111],
    ['dixon', 'dicksonx', 0.8133333333333332],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
  ])('of %s and %s is %d', (left, right, expected) => {
    expect(likeness(left, right)).toBeCloseTo(expected, 12);
  });

  it('is 1 for equal texts and between 0 and 1 for any', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(likeness(left, left)).toBe(1);
        expect(likeness(left, right)).toBeGreaterThanOrEqual(0);
        expect(likeness(left, right)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('nearest', () => {
  it('finds a spelling that differs by a space', () => {
    expect(nearest('GTXPro', ['GTX Basic', 'GTX Pro', 'MG Special'])).toBe('GTX Pro');
  });
  it('finds nothing where nothing is alike', () => {
    expect(nearest('Acme', ['Globex', 'Initech'])).toBeNull();
  });
});
