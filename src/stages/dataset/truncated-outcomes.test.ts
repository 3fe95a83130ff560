import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../base/expr/index.ts';
import { type DatedDeals, truncatedOutcomes } from './truncated-outcomes.ts';

function later(day: string, count: number): string {
  return shiftDate(day, { count, unit: 'days' }, 1);
}

/** Ten deals a day from January to June, of which two are won after 5 and 30 days and the rest are lost after 40. */
function wholeRecord(): readonly DatedDeals[] {
  return Array.from({ length: 181 }, (_, day) => later('2026-01-01', day)).flatMap((created) => [
    { created, outcome: 'won' as const, closed: later(created, 5), deals: 1 },
    { created, outcome: 'won' as const, closed: later(created, 30), deals: 1 },
    { created, outcome: 'lost' as const, closed: null, deals: 8 },
  ]);
}

describe('outcomes that records cut off', () => {
  it('are none where every deal had its time and every win is on record', () => {
    expect(truncatedOutcomes(wholeRecord(), '2026-09-30')).toEqual([]);
  });

  it('are those of the months before the first win, when wins should have come by then', () => {
    const late = wholeRecord().filter(({ closed }) => closed === null || closed >= '2026-03-01');
    const [found, ...more] = truncatedOutcomes(late, '2026-09-30');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ end: 'first', day: '2026-03-01' });
    expect(found?.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    expect(found?.missing).toBeGreaterThan(60);
  });

  it('are those of the last months when deals are counted as lost before their time', () => {
    const until = '2026-07-01';
    const early = wholeRecord().map(
      (deal): DatedDeals =>
        deal.closed !== null && deal.closed > until ? { ...deal, outcome: 'lost', closed: null } : deal,
    );
    const slow = early.map(
      (deal): DatedDeals =>
        deal.outcome === 'lost' && deal.created >= '2026-05-01' ? { ...deal, outcome: 'open' } : deal,
    );
    expect(truncatedOutcomes(slow, until)).toMatchObject([
      { end: 'last', day: '2026-04-30', months: [{ month: '2026-05' }, { month: '2026-06' }] },
    ]);
  });

  it('are not looked for without a pace: few wins, or nothing but wins', () => {
    expect(truncatedOutcomes(wholeRecord().slice(0, 27), '2026-09-30')).toEqual([]);
    const wins = wholeRecord().filter(({ outcome, closed }) => outcome === 'won' && closed! > '2026-03-01');
    expect(truncatedOutcomes(wins, '2026-09-30')).toEqual([]);
  });
});
