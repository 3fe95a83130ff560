import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, moveCut, retier } from '../web/src/features/accounts/card/preview.ts';
import { barsOf } from '../web/src/features/accounts/drawer/bars-of.ts';
import {
  anchorOf,
  heightsOf,
  isRunningOut,
  mostHeight,
  scrolledTo,
  topFor,
} from '../web/src/features/accounts/list/row-window.ts';
import { accountsSearch } from '../web/src/features/accounts/search.ts';

const view = 600;

describe('a list longer than an element can be tall', () => {
  const long = heightsOf(10_000_000, 58, view);

  it('moves by the pixels of a step, and to its own part on a leap', () => {
    expect(long.shown).toBe(mostHeight);
    const step = scrolledTo({ scrollTop: 1000, top: 50_000 }, 1100, long);
    expect(step).toEqual({ scrollTop: 1100, top: 50_100 });
    const leap = scrolledTo({ scrollTop: 0, top: 0 }, (mostHeight - view) / 2, long);
    expect(leap.top / (long.list - view)).toBeCloseTo(0.5, 6);
    expect(scrolledTo({ scrollTop: 0, top: 0 }, mostHeight - view, long).top).toBe(long.list - view);
  });

  it('can be walked from end to end by steps, as it is put back before the element ends', () => {
    const short = heightsOf(400_000, 58, view);
    let at = { scrollTop: 0, top: 0 };
    let steps = 0;
    while (at.top < short.list - view - 1 && steps < 100_000) {
      const most = short.shown - view;
      at = scrolledTo(at, Math.min(at.scrollTop + 500, most), short);
      if (isRunningOut(at, short)) at = { ...at, scrollTop: anchorOf(at.top, short) };
      steps += 1;
    }
    expect(at.top).toBeGreaterThanOrEqual(short.list - view - 1);
    expect(steps).toBeLessThan((1.05 * short.list) / 500);
  });

  it('stands where its element stands once it is put back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: long.list - view }), (top) => {
        const scrollTop = anchorOf(top, long);
        const leap = scrolledTo({ scrollTop: scrollTop > 4000 ? 0 : mostHeight, top: 0 }, scrollTop, long);
        expect(Math.abs(leap.top - top)).toBeLessThan(1);
      }),
    );
  });
});

describe('a list of any length', () => {
  it('shows a row whole by moving as little as possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.nat(), fc.nat(), (rows, place, from) => {
        const heights = heightsOf(rows, 58, view);
        const at = { ...heights, top: from % Math.max(heights.list - view, 1) };
        const wanted = place % rows;
        const top = topFor(wanted, 58, at);
        expect(wanted * 58).toBeGreaterThanOrEqual(top);
        expect(wanted * 58 + 58).toBeLessThanOrEqual(top + view);
        if (wanted * 58 >= at.top && wanted * 58 + 58 <= at.top + view) expect(top).toBe(at.top);
      }),
    );
  });
});

describe('the address of the list', () => {
  it('keeps what it knows and leaves out the rest', () => {
    const given = {
      q: 'clinica',
      tier: ['B', 'A', 'Z'],
      owner: 'Ana',
      sort: 'size',
      desc: 'true',
      account: 7,
    };
    expect(accountsSearch(given)).toEqual({
      q: 'clinica',
      tier: ['A', 'B'],
      owner: ['Ana'],
      desc: true,
      account: '7',
    });
    expect(accountsSearch({ tier: [], q: '', owner: [''] })).toEqual({ owner: [''] });
  });
});

describe('points and tiers that are tried', () => {
  it('keep the tiers in order whichever cut-off is moved', () => {
    const cut = fc.integer({ min: -5, max: 20 });
    fc.assert(
      fc.property(fc.constantFrom('A' as const, 'B' as const, 'C' as const), cut, (tier, to) => {
        const { A, B, C } = moveCut({ A: 9, B: 6, C: 3 }, tier, to);
        expect(A > B && B > C).toBe(true);
        expect({ A, B, C }[tier]).toBe(to);
      }),
    );
  });

  it('stay changed on another version of the page, which keeps all else of its own', () => {
    const page = { points: [3, 2, 1], cuts: { A: 5, B: 3, C: 1 } };
    const mine = { points: [3, 4, 1], cuts: page.cuts };
    const newer = { points: [1, 2, 2], cuts: { A: 6, B: 3, C: 1 } };
    expect(carryOver(page, mine, newer)).toEqual({ points: [1, 4, 2], cuts: { A: 6, B: 3, C: 1 } });
    const cut = { ...page, cuts: { A: 4, B: 3, C: 1 } };
    expect(carryOver(page, cut, newer)).toEqual({ points: [1, 2, 2], cuts: cut.cuts });
    expect(carryOver(page, mine, mine)).toEqual(mine);
  });

  it('give an account its tier from the outcomes of its lines', () => {
    const tuning = { points: [3, 3, -2], cuts: { A: 6, B: 3, C: 1 } };
    expect(retier('yyn', tuning)).toEqual({ fit: 6, tier: 'A' });
    expect(retier('y?y', tuning)).toEqual({ fit: 1, tier: 'C' });
  });
});

describe('the bars of a sum', () => {
  it('start where the one before ended; what is unknown reaches where it could lead', () => {
    const lines = [
      { outcome: 'yes' as const, worth: 3 },
      { outcome: 'unknown' as const, worth: 2 },
      { outcome: 'no' as const, worth: 4 },
      { outcome: 'yes' as const, worth: -1 },
    ];
    expect(barsOf(lines, [9, -2])).toEqual({
      bars: [
        { from: 0, to: 3 },
        { from: 3, to: 5 },
        { from: 3, to: 3 },
        { from: 3, to: 2 },
      ],
      least: -2,
      most: 9.5,
    });
  });
});
