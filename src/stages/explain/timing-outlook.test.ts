import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import { shiftDate } from '../../base/expr/index.ts';
import { scoreRecord } from '../scorecard/index.ts';
import { timingOutlook } from './timing-outlook.ts';

const page = `
timing:
  - { signal: { kind: hired, within: 6 months }, points: 3, half_life: 60 days }
  - { signal: { kind: location_opened }, points: 2, half_life: 90 days }
  - { signal: { kind: technology_dropped, within: 40 days }, points: -2, half_life: 30 days }
timing_tiers: { hot: 2, warm: 0.5 }
`;
const asOf = '2024-08-31';
const event = (kind: string, observedOn: string) => ({ kind, about: null, observedOn, strength: null });
const everywhere = new Set(['hired']);
const on = (day: string) => cardOf(page, { asOf: day, coveredEverywhere: everywhere });

describe('when timing fades', () => {
  it('names the first day below hot and the first day below warm', () => {
    const card = on(asOf);
    const { timingLines } = scoreRecord(card, recordOf({ signals: [event('hired', '2024-08-19')] }));
    expect(timingOutlook(card, timingLines)).toEqual([
      { on: '2024-09-24', to: 'warm', below: 2, points: 1.979 },
      { on: '2025-01-22', to: 'cold', below: 0.5, points: 0.495 },
    ]);
  });

  it('lets a signal go on the day after its window', () => {
    const card = cardOf(page.replace('half_life: 60 days', 'half_life: 600 days'), { asOf });
    const { timingLines } = scoreRecord(card, recordOf({ signals: [event('hired', '2024-08-19')] }));
    expect(timingOutlook(card, timingLines)).toEqual([{ on: '2025-02-20', to: 'cold', below: 2, points: 0 }]);
  });

  it('is empty for what is cold or unknown', () => {
    const card = on(asOf);
    expect(timingOutlook(card, scoreRecord(card, recordOf({})).timingLines)).toEqual([]);
    expect(timingOutlook(cardOf(page, { asOf }), scoreRecord(card, recordOf({})).timingLines)).toEqual([]);
  });

  it('is what scoring says on those days, and not before', () => {
    const day = fc.integer({ min: 0, max: 250 }).map((n) => shiftDate(asOf, { count: n, unit: 'days' }, -1));
    const signals = fc.array(
      fc.tuple(fc.constantFrom('hired', 'location_opened', 'technology_dropped'), day),
      { maxLength: 4 },
    );
    let falls = 0;
    fc.assert(
      fc.property(signals, (drawn) => {
        const record = recordOf({ signals: drawn.map(([kind, observedOn]) => event(kind, observedOn)) });
        const card = on(asOf);
        const now = scoreRecord(card, record);
        let before = now.timing;
        for (const fall of timingOutlook(card, now.timingLines)) {
          falls++;
          const yesterday = shiftDate(fall.on, { count: 1, unit: 'days' }, -1);
          const then = scoreRecord(on(fall.on), record);
          expect(then).toMatchObject({ timing: fall.to, timingPoints: fall.points });
          expect(scoreRecord(on(yesterday), record).timingPoints).toBeGreaterThanOrEqual(fall.below);
          expect(before).toBe(fall.below === 2 ? 'hot' : 'warm');
          before = fall.to;
        }
      }),
      { numRuns: 200 },
    );
    expect(falls).toBeGreaterThan(30);
  });
});
