import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord } from '../../base/expr/index.ts';
import { heldWords } from './held-words.ts';

const card = cardOf(
  `
fit:
  firmographic:
    - { field: employees, between: [3, 15], points: 3 }
    - { field: revenue, min: 1000, currency: EUR, points: 1 }
    - { field: tags, any: [retail], points: 1 }
    - { uses: { category: scheduling }, points: 2 }
    - { signal: { kind: hired, within: 6 months }, points: 1 }
    - { field: employees, growth: { min: 0.2, over: 1 years }, points: 1 }
    - { all: [{ field: chain, any: [true] }, { field: country, any: [ES] }], points: 1 }
`,
  { asOf: '2024-08-31' },
);

const held = (line: number, known: Partial<ExprRecord>) =>
  heldWords(card.fit[line]!.condition, recordOf(known));

describe('what an account holds', () => {
  it('of a number is the number, or the band as far as it is known', () => {
    const infinite = Number.POSITIVE_INFINITY;
    const words = [
      18,
      12_500,
      { low: 10, high: 49 },
      { low: 500, high: infinite },
      { low: -infinite, high: 9 },
    ];
    expect(words.map((employees) => held(0, { values: { employees } }))).toEqual([
      '18',
      '12,500',
      '10-49',
      '500 or more',
      'up to 9',
    ]);
    expect(held(0, {})).toBeNull();
  });

  it('of a sum is the sum with its currency', () => {
    expect(held(1, { values: { revenue: 900 }, currencies: { revenue: 'USD' } })).toBe('900 USD');
  });

  it('of a set is its elements, of none of them `none`', () => {
    expect([held(2, { values: { tags: ['a', 'b'] } }), held(2, { values: { tags: [] } })]).toEqual([
      'a, b',
      'none',
    ]);
  });

  it('of a tool is what is in use; what was looked for and not found is told from what nobody looked for', () => {
    const tool = { technology: 'Turnia', category: 'scheduling', firstSeen: null };
    const looked = [{ scope: 'scheduling', checkedOn: null }];
    expect([held(3, { technologies: [tool] }), held(3, { coverage: looked }), held(3, {})]).toEqual([
      'Turnia',
      'none found',
      null,
    ]);
  });

  it('of a signal is its newest two days, those outside the window included', () => {
    const on = (observedOn: string) => ({ kind: 'hired', about: null, observedOn, strength: null });
    const signals = ['2022-01-01', '2021-01-01', '2023-01-01', '2025-01-01'].map(on);
    expect(held(4, { signals })).toBe('2023-01-01, 2022-01-01');
    expect(held(4, { coverage: [{ scope: 'hired', checkedOn: '2024-08-01' }] })).toBe('none found');
    expect(held(4, { coverage: [{ scope: 'hired', checkedOn: '2023-08-01' }] }), 'too early').toBeNull();
  });

  it('of growth is the first and the last dated value', () => {
    const on = (observedOn: string, value: number) => ({ field: 'employees', observedOn, value });
    expect(held(5, { observations: [on('2024-01-01', 12), on('2023-01-01', 10)] })).toBe(
      '10 on 2023-01-01, 12 on 2024-01-01',
    );
    expect(held(5, { observations: [on('2024-01-01', 12)] })).toBe('12 on 2024-01-01');
  });

  it('of several parts is what is known of each', () => {
    expect([
      held(6, { values: { chain: true, country: 'ES' } }),
      held(6, { values: { chain: false } }),
    ]).toEqual(['yes; ES', 'no']);
  });
});
