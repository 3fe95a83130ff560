import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord } from '../../base/expr/index.ts';
import { scoreRecord } from '../scorecard/index.ts';
import { explainScore } from './explain-score.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: locations, min: 2, points: 1 }
    - { field: employees, between: [3, 15], points: 3 }
    - { field: chain, any: [true], points: -2 }
timing:
  - { signal: { kind: hired }, points: 3, half_life: 60 days }
  - { signal: { kind: location_opened }, points: 3, half_life: 90 days }
anti:
  - { field: employees, max: 1, because: alone }
tiers: { A: 4, B: 3, C: 1 }
`);

const explained = (known: Partial<ExprRecord>) => {
  const record = recordOf(known);
  return explainScore(card, scoreRecord(card, record), record);
};

describe('the explanation', () => {
  it('shows each line with its outcome, and points only where it holds', () => {
    expect(explained({ values: { locations: 3, chain: false } }).fit).toEqual([
      { line: 'fit-1', label: 'locations 2 or more', outcome: 'yes', points: 1, worth: 1, held: '3' },
      { line: 'fit-2', label: 'employees 3-15', outcome: 'unknown', points: 0, worth: 3, held: null },
      { line: 'fit-3', label: 'chain is yes', outcome: 'no', points: 0, worth: -2, held: 'no' },
    ]);
  });

  it('shows the timing as arithmetic that adds up to the total', () => {
    const signals = [
      { kind: 'hired', about: null, observedOn: '2024-08-19', strength: null },
      { kind: 'location_opened', about: null, observedOn: '2024-08-01', strength: null },
    ];
    const record = recordOf({ signals });
    const score = scoreRecord(card, record);
    const { timing } = explainScore(card, score, record);
    expect(timing.map((line) => line.arithmetic)).toEqual([
      '3 x 0.5^(12/60) = 2.612',
      '3 x 0.5^(30/90) = 2.381',
    ]);
    expect(score.timingPoints).toBe(4.993);
  });

  it('names the day, the days since then, and of a change between two imports both days', () => {
    const signals = [{ kind: 'hired', about: null, observedOn: '2024-08-19', strength: null }];
    const [line, ...others] = card.timing;
    const changed = { ...card, timing: [{ ...line!, spans: { '2024-08-19': '2024-06-01' } }, ...others] };
    const record = recordOf({ signals });
    const { timing } = explainScore(changed, scoreRecord(changed, record), record);
    expect(timing[0]).toMatchObject({
      event: 'hired',
      newest: '2024-08-19',
      daysAgo: 12,
      after: '2024-06-01',
    });
  });

  it('has no arithmetic for a signal that was not found', () => {
    expect(explained({}).timing[0]).toMatchObject({ outcome: 'unknown', newest: null, arithmetic: null });
  });

  it('gives the reason of what disqualifies', () => {
    expect(explained({ values: { employees: 1 } }).anti).toEqual([
      {
        line: 'anti-1',
        label: 'employees up to 1',
        outcome: 'yes',
        points: 0,
        worth: 0,
        held: '1',
        because: 'alone',
      },
    ]);
  });
});

describe('the tier depends on', () => {
  it('the unknown subjects that can change it', () => {
    expect(explained({ values: { locations: 2, chain: false } }).tierDependsOn).toEqual(['employees']);
  });

  it('nothing once the account is out', () => {
    expect(explained({ values: { employees: 1 } }).tierDependsOn).toEqual([]);
  });
});
