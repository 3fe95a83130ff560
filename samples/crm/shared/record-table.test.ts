import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordTable } from './record-table.ts';

const table = (count = 3) =>
  new RecordTable<string | null>({
    count,
    firstId: 101,
    idStep: 5,
    values: (row) => ({ name: `n${row}`, city: row === 1 ? null : 'Porto' }),
    createdAt: () => 10,
    modifiedAt: () => 20,
  });

describe('a table of records', () => {
  it('finds the row of an id, and none of an id that never was', () => {
    expect(table().rowOf('106')).toBe(1);
    for (const id of ['107', '96', '116', 'x']) expect(table().rowOf(id)).toBeNull();
  });

  it('keeps changes over what the source says', () => {
    const records = table();
    records.update(2, { city: null }, 50);
    expect(records.read(2)).toMatchObject({
      values: { name: 'n2', city: null },
      modifiedAt: 50,
      createdAt: 10,
    });
    expect(records.read(0)).toMatchObject({ values: { city: 'Porto' }, modifiedAt: 20 });
  });

  it('knows what an index knew that lags', () => {
    const records = table();
    records.update(0, { city: 'Lyon' }, 50);
    records.update(0, { city: 'Paris' }, 60);
    const fresh = records.create({ name: 'new' }, 60);
    expect([49, 50, 59, 60].map((at) => records.readAsOf(0, at)!.values.city)).toEqual([
      'Porto',
      'Lyon',
      'Lyon',
      'Paris',
    ]);
    expect(records.readAsOf(fresh, 59)).toBeNull();
    expect(records.readAsOf(fresh, 60)!.values).toEqual({ name: 'new' });
  });

  it('merges two into a new record, to which both lead', () => {
    const records = table();
    const merged = records.mergeAsNew([1, 2], 70);
    expect(merged).toBe(3);
    expect(records.read(merged)).toMatchObject({
      id: 116,
      values: { name: 'n1', city: 'Porto' },
      createdAt: 10,
      mergedFrom: [1, 2],
    });
    expect([1, 2].map((row) => [records.resolve(row), records.isLive(row)])).toEqual([
      [3, false],
      [3, false],
    ]);
  });

  it('leads through any chain of merges to a live record', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.boolean()), { maxLength: 20 }), (merges) => {
        const records = table(8);
        for (const [a, b, asNew] of merges) {
          const pair = [records.resolve(a % records.count), records.resolve(b % records.count)] as const;
          if (pair[0] === pair[1]) continue;
          if (asNew) records.mergeAsNew(pair, 5);
          else records.merge(pair, 5);
        }
        for (let row = 0; row < records.count; row++) {
          const end = records.resolve(row);
          expect(records.isLive(end)).toBe(true);
          if (end !== row) expect(records.read(end).mergedFrom).toContain(row);
        }
      }),
    );
  });
});
