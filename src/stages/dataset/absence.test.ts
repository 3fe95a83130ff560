import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAbsence, writeAbsence } from './absence.ts';
import { proposeAbsence, timeToWin } from './propose-absence.ts';
import type { Absence } from './types.ts';

describe('what a row without a deal means', () => {
  it('reads what it wrote', () => {
    const absence = fc.oneof(
      fc.constantFrom<Absence>({ kind: 'lost' }, { kind: 'open' }),
      fc.integer({ min: 1, max: 99_999 }).map((days): Absence => ({ kind: 'lost-after', days })),
    );
    fc.assert(
      fc.property(absence, (each) => {
        expect(parseAbsence(writeAbsence(each))).toEqual(each);
      }),
    );
  });

  it('takes nothing else', () => {
    for (const text of ['', 'won', 'lost-after', 'lost-after:0', 'lost-after:-3', 'lost-after:1.5', 'LOST'])
      expect(parseAbsence(text)).toBeNull();
  });
});

describe('the time to win', () => {
  it('is the day by which 95 of 100 wins had come', () => {
    const counts = Array.from({ length: 100 }, (_, day) => ({ days: 99 - day, wins: 1 }));
    expect(timeToWin(counts)).toEqual({ wins: 100, days: 94 });
  });

  it('leaves out wins dated before their creation, and says nothing under 20', () => {
    expect(
      timeToWin([
        { days: -4, wins: 80 },
        { days: 3, wins: 19 },
      ]),
    ).toBeNull();
    expect(
      timeToWin([
        { days: -4, wins: 80 },
        { days: 3, wins: 20 },
      ]),
    ).toEqual({ wins: 20, days: 3 });
  });

  it('proposes a round number of days, and nothing for accounts, which say no day', () => {
    expect(proposeAbsence('deals', { wins: 40, days: 91 })).toEqual({ kind: 'lost-after', days: 100 });
    expect(proposeAbsence('deals', { wins: 40, days: 0 })).toEqual({ kind: 'lost-after', days: 10 });
    expect(proposeAbsence('deals', null)).toBeNull();
    expect(proposeAbsence('accounts', { wins: 40, days: 91 })).toBeNull();
  });
});
