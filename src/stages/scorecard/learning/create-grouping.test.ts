import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGrouping } from './create-grouping.ts';
import { foldRecords } from './fold-records.ts';
import { groupBy } from './groups.ts';

const records = foldRecords(
  Array.from({ length: 9 }, (_, c) => ({ values: Array.from({ length: 40 }, (_, i) => (i >> (c % 5)) % 3) })),
  Array.from({ length: 40 }, (_, i) => i % 2),
);

it('kept groupings are those made anew, however many were asked for before', () => {
  const grouping = createGrouping(records);
  const supports = fc.array(fc.uniqueArray(fc.nat(8), { maxLength: 5 }), { minLength: 100, maxLength: 200 });
  fc.assert(
    fc.property(supports, (asked) => {
      for (const support of asked) expect(grouping(support)).toEqual(groupBy(records, support));
    }),
    { numRuns: 5, seed: 20_260_101 },
  );
});
