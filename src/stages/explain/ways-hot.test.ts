import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord } from '../../base/expr/index.ts';
import { scoreRecord } from '../scorecard/index.ts';
import { waysHot } from './ways-hot.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: employees, min: 3, points: 3 }
timing:
  - { signal: { kind: hired, within: 6 months }, points: 3, half_life: 60 days }
  - { signal: { kind: location_opened }, points: 1, half_life: 90 days }
  - { signal: { kind: funding_round }, points: 1, half_life: 90 days }
tiers: { A: 3, B: 2, C: 1 }
timing_tiers: { hot: 2, warm: 0.5 }
`);

const hot = (known: Partial<ExprRecord>, employees = 5) => {
  const record = recordOf({ values: { employees }, ...known });
  return waysHot(card, { record, score: scoreRecord(card, record) });
};
const event = (kind: string, observedOn: string) => ({ kind, about: null, observedOn, strength: null });

describe('what keeps an account from being called today', () => {
  it('is the signal that would make it hot if it happened today, unknown or not', () => {
    // 90 days ago: 3 x 0.5^(90/60) = 1.061
    expect(hot({ signals: [event('hired', '2024-06-02')] })).toMatchObject({
      from: 2,
      missing: 0.939,
      ways: [
        {
          steps: [{ line: 'timing-2', label: 'opened a location', kind: 'find-out', held: null }],
          timing: 2.061,
        },
        { steps: [{ label: 'raised funding', kind: 'find-out' }], timing: 2.061 },
        { steps: [{ label: 'hired', kind: 'can-change', held: '2024-06-02' }], timing: 3 },
      ],
    });
  });

  it('are two signals where none alone is enough', () => {
    const fresh = [event('hired', '2024-08-31')];
    const calm = { ...card, timing: card.timing.slice(1) };
    const record = recordOf({ values: { employees: 5 }, signals: fresh });
    const found = waysHot(calm, { record, score: scoreRecord(calm, record) });
    expect(found).toMatchObject({ missing: 2 });
    expect(found?.ways.map(({ steps, timing }) => [steps.map(({ line }) => line), timing])).toEqual([
      [['timing-2', 'timing-3'], 2],
    ]);
  });

  it('is nothing for a hot account, and not asked outside tier A or without timing lines', () => {
    expect(hot({ signals: [event('hired', '2024-08-30')] })).toBeNull();
    expect(hot({}, 2)).toBeNull();
    const record = recordOf({ values: { employees: 5 } });
    const without = { ...card, timing: [] };
    expect(waysHot(without, { record, score: scoreRecord(without, record) })).toBeNull();
  });
});
