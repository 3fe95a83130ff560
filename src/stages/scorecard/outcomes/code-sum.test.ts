import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Truth } from '../../../base/expr/index.ts';
import { encodeOutcomes } from '../outcome-code.ts';
import { codeSum, type Worth } from './code-sum.ts';

const small = fc.integer({ min: -50, max: 50 });
const line = fc.record({
  truth: fc.constantFrom<Truth[]>(true, false, null),
  worth: fc.tuple(small, small, small),
});

const worthOf = ([no, unknown, yes]: Worth, truth: Truth) => (truth === null ? unknown : truth ? yes : no);

test('a code is worth what its lines are worth one by one, up to 33 lines', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 33 }), (lines) => {
      const one = lines.reduce((sum, { truth, worth }) => sum + worthOf(worth, truth), 0);
      const code = encodeOutcomes(lines.map(({ truth }) => truth));
      expect(codeSum(lines.map(({ worth }) => worth))(code)).toBe(one);
    }),
  );
});

test('no line is worth nothing', () => {
  expect(codeSum([])(0)).toBe(0);
});
