import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import { scoreRecord } from './score-record.ts';

const card = cardOf(`
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: employees, between: [3, 15], points: 3 }
    - { field: chain, any: [true], points: -2 }
timing:
  - { signal: { kind: hired, within: 6 months }, points: 3, half_life: 60 days }
  - { signal: { kind: location_opened }, points: 3, half_life: 90 days }
  - { signal: { kind: funding_round }, points: -1, half_life: 30 days }
anti:
  - { field: employees, max: 1, because: alone }
  - { field: ownership, any: [public], because: tenders }
tiers: { A: 6, B: 3, C: 1 }
`);

const score = (values: Record<string, string | number | boolean>) => scoreRecord(card, recordOf({ values }));

describe('fit', () => {
  it('adds the points of the lines that hold, negative ones too', () => {
    const { fit, tier } = score({ country: 'ES', industry: 'clinic', employees: 5, chain: true });
    expect({ fit, tier }).toEqual({ fit: 4, tier: 'B' });
  });

  it('ranges down to the unknown negative points and up to the unknown positive ones', () => {
    const { fit, fitMin, fitMax } = score({ country: 'ES', industry: 'clinic' });
    expect({ fit, fitMin, fitMax }).toEqual({ fit: 3, fitMin: 1, fitMax: 6 });
  });

  it('has no range when every line is known', () => {
    const { fit, fitMin, fitMax } = score({ industry: 'bakery', employees: 99, chain: false });
    expect([fit, fitMin, fitMax]).toEqual([0, 0, 0]);
  });
});

describe('a tier needs data', () => {
  it('when the range of the fit crosses a threshold', () => {
    expect(score({ industry: 'clinic' }).needsData).toBe(true);
  });

  it('not when every end of the range is in the same tier', () => {
    expect(score({ industry: 'bakery', employees: 99 }).needsData).toBe(false);
  });

  it('not when the account is out, whatever is unknown', () => {
    expect(score({ ownership: 'public' }).needsData).toBe(false);
  });
});

describe('standing', () => {
  it('an unknown anti line never disqualifies', () => {
    expect(score({ country: 'ES' })).toMatchObject({ standing: 'scored', anti: [null, null] });
  });

  it('an unknown market line never excludes', () => {
    expect(score({ employees: 5 })).toMatchObject({ standing: 'scored', market: [null] });
  });

  it('a market line that fails excludes before any anti line disqualifies', () => {
    expect(score({ country: 'FR', employees: 1 })).toMatchObject({ standing: 'outside-market', tier: null });
  });

  it('one anti line that holds disqualifies, with the fit still shown', () => {
    const out = score({ country: 'ES', industry: 'clinic', employees: 1 });
    expect(out).toMatchObject({ standing: 'disqualified', tier: null, fit: 3, anti: [true, null] });
  });
});

describe('timing', () => {
  const on = (kind: string, observedOn: string) => ({ kind, about: null, observedOn, strength: null });
  const timed = (signals: readonly ReturnType<typeof on>[], scopes: readonly string[] = []) =>
    scoreRecord(card, recordOf({ signals, coverage: scopes.map((scope) => ({ scope, checkedOn: null })) }));

  it('is unknown where nothing was looked for', () => {
    expect(timed([])).toMatchObject({ timing: 'unknown', timingPoints: null, strongest: null });
  });

  it('is cold where something was looked for and nothing found', () => {
    expect(timed([], ['hired'])).toMatchObject({ timing: 'cold', timingPoints: 0, strongest: null });
  });

  it('counts the newest event of a line alone', () => {
    const { timingPoints } = timed([on('hired', '2024-07-02'), on('hired', '2024-05-01')]);
    expect(timingPoints).toBe(1.5);
  });

  it('sums the lines and names the strongest with its day', () => {
    const of = timed([on('hired', '2024-07-02'), on('location_opened', '2024-08-31')]);
    expect(of).toMatchObject({
      timing: 'hot',
      timingPoints: 4.5,
      strongest: { line: 1, on: '2024-08-31' },
    });
  });

  it('of two signals worth the same the first on the page is the strongest', () => {
    const of = timed([on('location_opened', '2024-08-31'), on('hired', '2024-08-31')]);
    expect(of.strongest).toEqual({ line: 0, on: '2024-08-31' });
  });

  it('a signal that speaks against acting now takes points off and is no reason', () => {
    const of = timed([on('funding_round', '2024-08-31')]);
    expect(of).toMatchObject({ timing: 'cold', timingPoints: -1, strongest: null });
  });

  it('an event after the day asked has not happened', () => {
    expect(timed([on('hired', '2024-09-01')])).toMatchObject({ timing: 'unknown' });
  });
});
