import { expect, test } from 'vitest';
import { cardOf } from '../../../../test/score-support.ts';
import { askedFields } from './asked-fields.ts';

const card = cardOf(
  `
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { all: [{ field: industry, any: [clinic] }, { field: employees, min: 3 }], points: 2 }
    - { field: headcount, growth: { min: 0.1, over: 1 year }, points: 1 }
  technographic:
    - { uses: { category: scheduling }, points: 2 }
    - { lacks: { category: scheduling }, points: 2 }
    - { uses: { technology: Acme }, points: 2 }
`,
  { technologies: [{ technology: 'Acme', category: 'scheduling' }] },
);
const asked = card.fit.map(({ condition }) => askedFields(condition));

test('a field goes by its name, a combination by all of its fields', () => {
  expect(asked.slice(0, 3)).toEqual([['industry'], ['industry', 'employees'], ['headcount']]);
});

test('using and lacking a tool are unknown together, another tool is not', () => {
  expect(asked[3]).toEqual(asked[4]);
  expect(asked[5]).not.toEqual(asked[3]);
  expect(asked.flat().every((name) => name.length > 5)).toBe(true);
});
