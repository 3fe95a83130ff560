import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBookmark, sinceOf } from './next-bookmark.ts';

const start = Date.UTC(2026, 0, 1);
const moment = fc.integer({ min: 0, max: 1_000_000 }).map((ms) => new Date(start + ms).toISOString());
const seen = fc.record({
  before: fc.option(moment),
  latest: fc.option(moment),
  startedAt: moment,
});

describe('the bookmark after a sync', () => {
  it('is the earlier of the latest date seen and the start', () => {
    const startedAt = '2026-01-01T12:00:00.000Z';
    const of = (before: string | null, latest: string | null) => nextBookmark({ before, latest, startedAt });
    expect(of(null, '2026-01-01T11:00:00.000Z')).toBe('2026-01-01T11:00:00.000Z');
    expect(of(null, '2026-01-01T13:00:00.000Z')).toBe(startedAt);
    expect(of(null, null)).toBeNull();
    expect(of('2025-12-31T00:00:00.000Z', null)).toBe('2025-12-31T00:00:00.000Z');
    expect(of('2026-01-01T11:30:00.000Z', '2026-01-01T11:00:00.000Z')).toBe('2026-01-01T11:30:00.000Z');
  });

  it('never goes back, and is never later than all that was seen', () => {
    fc.assert(
      fc.property(seen, ({ before, latest, startedAt }) => {
        const next = nextBookmark({ before, latest, startedAt });
        if (next === null) return before === null && latest === null;
        const known = [before, latest].filter((each) => each !== null);
        return (before === null || next >= before) && known.some((each) => next <= each);
      }),
    );
  });

  it('leaves no gap: what changed after it started, and did not come, is asked for again', () => {
    fc.assert(
      fc.property(seen, fc.nat(600), ({ before, latest, startedAt }, overlap) => {
        const since = sinceOf(nextBookmark({ before, latest, startedAt }), overlap);
        const isBehind = before === null || before <= startedAt;
        return since === null || !isBehind || since <= startedAt;
      }),
    );
  });
});

describe('where the next read begins', () => {
  it('is so many seconds before the bookmark; without one, everything is read', () => {
    expect(sinceOf('2026-01-01T12:00:00.000Z', 90)).toBe('2026-01-01T11:58:30.000Z');
    expect(sinceOf(null, 90)).toBeNull();
  });
});
