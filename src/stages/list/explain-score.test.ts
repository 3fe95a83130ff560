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

const explained = (known: Partial<ExprRecord>) => explainScore(card, scoreRecord(card, recordOf(known)));

describe('the explanation', () => {
  it('shows each line with its outcome, and points only where it holds', () => {
    expect(explained({ values: { locations: 3, chain: false } }).fit).toEqual([
      { label: 'locations 2 or more', outcome: 'yes', points: 1, worth: 1 },
      { label: 'employees 3-15', outcome: 'unknown', points: 0, worth: 3 },
      { label: 'chain is yes', outcome: 'no', points: 0, worth: -2 },
    ]);
  });

  it('shows the timing as arithmetic that adds up to the total', () => {
    const signals = [
      { kind: 'hired', about: null, observedOn: '2024-08-19', strength: null },
      { kind: 'location_opened', about: null, observedOn: '2024-08-01', strength: null },
    ];
    const score = scoreRecord(card, recordOf({ signals }));
    const { timing } = explainScore(card, score);
    expect(timing.map((line) => line.arithmetic)).toEqual([
      '3 x 0.5^(12/60) = 2.612',
      '3 x 0.5^(30/90) = 2.381',
    ]);
    expect(score.timingPoints).toBe(4.993);
  });

  it('has no arithmetic for a signal that was not found', () => {
    expect(explained({}).timing[0]).toMatchObject({ outcome: 'unknown', newest: null, arithmetic: null });
  });

  it('gives the reason of what disqualifies', () => {
    expect(explained({ values: { employees: 1 } }).anti).toEqual([
      { label: 'employees up to 1', outcome: 'yes', points: 0, worth: 0, because: 'alone' },
    ]);
  });
});

describe('the way to the next tier', () => {
  it('names what is unknown first, then what would have to change, the most points first', () => {
    expect(explained({ values: { locations: 1, chain: true } }).nextTier).toEqual({
      tier: 'C',
      missing: 3,
      ways: [
        'find out whether employees 3-15 (+3)',
        'no longer: chain is yes (+2)',
        'not yet: locations 2 or more (+1)',
      ],
    });
  });

  it('is none at the top and none for an account that is out', () => {
    expect(explained({ values: { locations: 2, employees: 3 } }).nextTier).toBeNull();
    expect(explained({ values: { employees: 1 } }).nextTier).toBeNull();
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
