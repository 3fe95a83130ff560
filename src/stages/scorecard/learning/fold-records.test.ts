import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRecords } from './fold-records.ts';

describe('folded records', () => {
  it('are one for all that answer alike, with how many have the outcome', () => {
    const yes = { values: [1, 0, 1, 0, 1] };
    const graded = { values: [3, 0, 3, 2, 0] };
    const folded = foldRecords([yes, graded], [1, 0, 0, 1, 1]);
    expect(folded.size).toBe(4);
    expect([...folded.weights]).toEqual([2, 1, 1, 1]);
    expect([...folded.positives]).toEqual([1, 0, 1, 1]);
    expect([...folded.columns[0]!.rows]).toEqual([0, 3]);
    expect([...folded.columns[1]!.values]).toEqual([3, 2]);
    expect([...folded.columns[1]!.levels]).toEqual([2, 3]);
    expect([...folded.columns[1]!.codes]).toEqual([1, 0]);
  });

  it('take an unknown as adding nothing, as a no does', () => {
    const folded = foldRecords([{ values: [Number.NaN, 0, 1] }], [1, 0, 1]);
    expect([...folded.weights]).toEqual([2, 1]);
    expect([...folded.columns[0]!.rows]).toEqual([1]);
  });

  it('are the same as told apart by their text, in the order in which they come', () => {
    const answers = fc.array(
      fc.array(fc.constantFrom(0, 1, 2, -1, 0.5, Number.NaN), { minLength: 3, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(answers, (rows) => {
        const folded = foldRecords(
          [0, 1, 2].map((c) => ({ values: rows.map((row) => row[c]!) })),
          rows.map((_, i) => i % 2),
        );
        const counts = new Map<string, { weight: number; positives: number }>();
        rows.forEach((row, i) => {
          const name = row.map((value) => value || 0).join();
          const { weight, positives } = counts.get(name) ?? { weight: 0, positives: 0 };
          counts.set(name, { weight: weight + 1, positives: positives + (i % 2) });
        });
        expect([...folded.weights]).toEqual(Array.from(counts.values(), ({ weight }) => weight));
        expect([...folded.positives]).toEqual(Array.from(counts.values(), ({ positives }) => positives));
      }),
      { seed: 20_260_101 },
    );
  });

  it('without conditions are one', () => {
    expect([...foldRecords([], [1, 0, 1]).positives]).toEqual([2]);
  });
});
