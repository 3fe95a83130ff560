import { expect, test } from 'vitest';
import { cardOf } from '../../../test/score-support.ts';
import { decisiveLines } from './decisive-lines.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: employees, min: 3, points: 3 }
    - { field: locations, min: 2, points: 1 }
    - { field: chain, any: [true], points: -1 }
tiers: { A: 6, B: 3, C: 1 }
`);

test('the unknown lines that alone change the tier decide it', () => {
  expect(decisiveLines(card, [true, null, null, false])).toEqual([1]);
  expect(decisiveLines(card, [true, false, null, null])).toEqual([3]);
});

test('lines that change the tier only together all decide it', () => {
  const together = { ...card, tiers: { A: 5, B: 3, C: 0 } };
  const fit = card.fit.map((line, i) => ({ ...line, points: i === 0 ? 3 : 1 }));
  expect(decisiveLines({ ...together, fit }, [true, null, null, false])).toEqual([1, 2]);
});

test('nothing decides a tier that is settled', () => {
  expect(decisiveLines(card, [false, true, null, false])).toEqual([]);
  expect(decisiveLines(card, [false, false, true, false])).toEqual([]);
});
