import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discover } from './discover.ts';
import { inputFor, noise, texts } from './discovery-fixtures.ts';
import { areGroupsOf, placeRecords } from './place-records.ts';
import type { DiscoveryInput, Pattern } from './types.ts';

function patternsOf(input: DiscoveryInput): readonly Pattern[] {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result.patterns;
}

describe('the groups behind a pattern', () => {
  it('are those it was counted from, whatever its field', () => {
    const input = noise(3, 60, 2);
    const patterns = patternsOf(input);
    expect(new Set(patterns.map(({ field }) => field.replace(/\d/, '')))).toEqual(
      new Set(['yes', 'number', 'text']),
    );
    for (const pattern of patterns) expect(areGroupsOf(pattern, placeRecords(input, pattern)!)).toBe(true);
  });

  it('hold every record once, those of whom it is unknown too', () => {
    const cell = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 24, maxLength: 60 }), (cells) => {
        const value = Float64Array.from(cells, (_, i) => i);
        const input = inputFor(value, [texts('letter', cells)], { permutations: 99 });
        for (const pattern of patternsOf(input)) {
          const groups = placeRecords(input, pattern)!;
          const records = Object.values(groups).flat();
          expect(records.toSorted((a, b) => a - b)).toEqual(cells.map((_, i) => i));
          expect(areGroupsOf(pattern, groups)).toBe(true);
          expect(groups.unknown.every((i) => cells[i] === null)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leave out a record without a value, as the search does', () => {
    const input = noise(3, 60, 1);
    const value = input.value!.map((v, i) => (i === 5 ? Number.NaN : v));
    const [pattern] = patternsOf({ ...input, value });
    const groups = placeRecords({ ...input, value }, pattern!)!;
    expect(Object.values(groups).flat()).not.toContain(5);
  });

  it('are none when no field could have given it', () => {
    const input = noise(3, 60, 1);
    const [pattern] = patternsOf(input);
    expect(placeRecords({ ...input, fields: [] }, pattern!)).toBeNull();
  });
});
