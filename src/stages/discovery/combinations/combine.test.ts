import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { truths } from '../discovery-fixtures.ts';
import { combine, conditionsOf } from './combine.ts';
import { listCombinations, withoutOne } from './list-combinations.ts';

const trit = fc.constantFrom(true, false, null);

it('is no where one condition is no, else unknown where one is unknown, as `all` is evaluated', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(trit, trit, trit), { minLength: 1, maxLength: 30 }), (rows) => {
      const fields = [0, 1, 2].map((f) =>
        truths(
          `f${f}`,
          rows.map((row) => row[f]!),
        ),
      );
      const { codes } = combine(
        { fields },
        [0, 1, 2].map((field) => ({ field, levels: [1] })),
      );
      rows.forEach((row, i) => {
        const expected = row.includes(false) ? 0 : row.includes(null) ? -1 : 1;
        expect(codes[i]).toBe(expected);
      });
    }),
  );
});

test('a part that is several conditions itself gives them one by one', () => {
  const both = {
    ...truths('both', [true]),
    condition: () => ({ op: 'all' as const, conditions: [is('x'), is('y')] }),
  };
  const fields = [truths('z', [true]), both];
  expect(
    conditionsOf({ fields }, [
      { field: 0, levels: [1] },
      { field: 1, levels: [1] },
    ]),
  ).toEqual([is('z'), is('x'), is('y')]);
});

function is(field: string) {
  return { op: 'any' as const, field, values: [true] };
}

test('all sets of two to three of five are 10 pairs and 10 triples, each once', () => {
  const sets = listCombinations([1, 2, 3, 4, 5], 3);
  expect(sets.filter(({ length }) => length === 2)).toHaveLength(10);
  expect(new Set(sets.map(String)).size).toBe(20);
  expect(listCombinations([1, 2, 3], 1)).toEqual([]);
  expect(withoutOne(['a', 'b', 'c'])).toEqual([
    ['b', 'c'],
    ['a', 'c'],
    ['a', 'b'],
  ]);
});
