import { describe, expect, it } from 'vitest';
import { foldRecords } from './fold-records.ts';
import { groupBy } from './groups.ts';

const records = foldRecords(
  [{ values: [1, 0, 1, 0, 1] }, { values: [3, 0, 3, 2, 0] }, { values: [1, 2, 3, 4, 5] }],
  [1, 0, 0, 1, 1],
);

describe('groups of records', () => {
  it('hold those that are alike in the columns chosen', () => {
    const groups = groupBy(records, [0]);
    expect([...groups.values[0]!]).toEqual([1, 0]);
    expect([...groups.weights]).toEqual([3, 2]);
    expect([...groups.positives]).toEqual([2, 1]);
    expect([...groups.of]).toEqual([0, 1, 0, 1, 0]);
  });

  it('are split by one column after the other, and carry the values of all', () => {
    const groups = groupBy(records, [1, 0]);
    expect([...groups.values[0]!]).toEqual([3, 0, 2, 0]);
    expect([...groups.values[1]!]).toEqual([1, 0, 0, 1]);
    expect([...groups.weights]).toEqual([2, 1, 1, 1]);
  });

  it('are not looked for in a column of very many values', () => {
    const values = Array.from({ length: 80 }, (_, i) => i >> 1);
    const many = foldRecords([{ values }, { values: values.map((_, i) => i % 2) }], values);
    expect(groupBy(many, [0]).size).toBe(79);
    expect(groupBy(many, []).size).toBe(1);
  });
});
