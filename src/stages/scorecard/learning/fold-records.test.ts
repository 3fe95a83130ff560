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

  it('without conditions are one', () => {
    expect([...foldRecords([], [1, 0, 1]).positives]).toEqual([2]);
  });
});
