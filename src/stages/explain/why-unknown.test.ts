import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord } from '../../base/expr/index.ts';
import { type DataKnowledge, whyUnknown } from './why-unknown.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: employees, between: [3, 15], points: 3 }
    - { field: revenue, min: 1000, currency: EUR, points: 1 }
    - { field: nothing, any: [retail], points: 1 }
    - { uses: { category: scheduling, first_seen_within: 1 years }, points: 2 }
    - { signal: { kind: hired, within: 6 months, min_strength: 0.5 }, points: 1 }
    - { field: employees, growth: { min: 0.2, over: 1 years }, points: 1 }
    - { all: [{ field: employees, min: 2 }, { uses: { category: scheduling } }], points: 1 }
`);

const knowledge: DataKnowledge = {
  field: (name) =>
    name === 'nothing'
      ? null
      : { kind: 'number', label: name, coverage: { known: 3, of: 4 }, sources: ['customers.csv'] },
  sourcesOf: (table) => (table === 'technologies' ? ['tools.csv'] : []),
};

const why = (line: number, known: Partial<ExprRecord> = {}) =>
  whyUnknown(card.fit[line]!.condition, recordOf(known), knowledge);

describe('a field is unknown', () => {
  it('because it is not filled in here, with the sources that fill it elsewhere', () => {
    expect(why(0)).toEqual([
      {
        reason: 'blank',
        words: 'not filled in here (known for 75% of accounts)',
        sources: ['customers.csv'],
      },
    ]);
  });

  it('because no source has it', () => {
    expect(why(2)).toEqual([{ reason: 'no-column', words: 'no source has this field', sources: [] }]);
  });

  it('because its band lies across the window', () => {
    expect(why(0, { values: { employees: { low: 10, high: 49 } } })[0]).toMatchObject({
      reason: 'straddles',
      words: 'known only as 10-49',
    });
  });

  it('because the sum is in another currency', () => {
    expect(why(1, { values: { revenue: 2000 }, currencies: { revenue: 'USD' } })[0]).toMatchObject({
      reason: 'currency',
      words: 'known as 2000 USD, not in EUR',
    });
  });

  it('because it cannot be compared', () => {
    expect(why(0, { values: { employees: 'many' } })[0]).toMatchObject({ reason: 'not-comparable' });
  });
});

describe('a tool is unknown', () => {
  it('because nobody looked, or because it is listed without a day', () => {
    const technologies = [{ technology: 'Turnia', category: 'scheduling', firstSeen: null }];
    expect(why(3)).toEqual([
      { reason: 'not-looked-for', words: 'nobody looked here', sources: ['tools.csv'] },
    ]);
    expect(why(3, { technologies })[0]).toMatchObject({ reason: 'undated' });
  });
});

describe('a signal is unknown', () => {
  it('because nobody looked, or not since the window began', () => {
    expect(why(4)[0]).toMatchObject({ reason: 'not-looked-for', sources: [] });
    expect(why(4, { coverage: [{ scope: 'hired', checkedOn: '2023-05-01' }] })[0]).toMatchObject({
      reason: 'looked-too-early',
      words: 'last looked for on 2023-05-01, before the window begins',
    });
  });

  it('because an event has no strength', () => {
    const signals = [{ kind: 'hired', about: null, observedOn: '2024-08-01', strength: null }];
    expect(why(4, { signals })[0]).toMatchObject({ reason: 'no-strength' });
  });
});

it('growth takes two dated values', () => {
  expect(why(5)[0]).toMatchObject({ reason: 'no-history', sources: ['customers.csv'] });
});

it('each unknown part has its reason, a known one none', () => {
  expect(why(6).map(({ reason }) => reason)).toEqual(['blank', 'not-looked-for']);
  expect(why(6, { values: { employees: 5 } }).map(({ reason }) => reason)).toEqual(['not-looked-for']);
  expect(why(0, { values: { employees: 5 } })).toEqual([]);
});
