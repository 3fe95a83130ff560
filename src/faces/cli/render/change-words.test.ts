import { describe, expect, it } from 'vitest';
import type { OutcomeCounts } from '../../../stages/scorecard/outcomes/index.ts';
import { changeWords, savedWords, tierChangeWords } from './change-words.ts';

const counts = (A: number, B: number): OutcomeCounts => ({
  accounts: 100,
  tiers: { A, B, C: 20, D: 80 - A - B },
  disqualified: 0,
  outsideMarket: 0,
  needsData: 0,
  callToday: 1,
});

describe('a change of tiers in words', () => {
  it('names each tier that changes, with who leaves it', () => {
    const moves = [{ from: 'A', to: 'B', accounts: 3 }] as const;
    expect(tierChangeWords({ before: counts(14, 40), after: counts(11, 43), moves })).toBe(
      'A 14 -> 11 (3 move to B), B 40 -> 43',
    );
  });

  it('names tiers that keep their size when accounts are exchanged', () => {
    const moves = [
      { from: 'A', to: 'B', accounts: 1 },
      { from: 'B', to: 'A', accounts: 1 },
    ] as const;
    expect(tierChangeWords({ before: counts(14, 40), after: counts(14, 40), moves })).toBe(
      'A 14 (1 moves to B), B 40 (1 moves to A)',
    );
  });

  it('says so when nobody moves', () => {
    expect(tierChangeWords({ before: counts(1, 2), after: counts(1, 2), moves: [] })).toBe(
      'No account changes its tier',
    );
    expect(changeWords(1234, 1234)).toBe('1,234');
  });
});

describe('what became of an edited page', () => {
  it('is nothing without --save', () => {
    expect(savedWords(null)).toContain('Nothing is kept yet: add `--save`');
  });

  it('is a version, published or not, or the version that was there', () => {
    expect(savedWords({ version: 3, published: true, changed: true })).toBe(
      'Kept as version 3 and published.',
    );
    expect(savedWords({ version: 3, published: false, changed: true })).toContain('not published');
    expect(savedWords({ version: 2, published: true, changed: false })).toContain('version 2 stays');
  });
});
