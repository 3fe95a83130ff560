import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamOf } from './pipedrive-streams.ts';
import { firstPlace, nextPlace, readPlace, sinceOf, writePlace } from './read-place.ts';

const now = Date.UTC(2026, 8, 1, 12, 0, 0, 700);
const ended = { next: null, last: 9 };

describe('the place of a read', () => {
  it('begins since whole seconds, rounded down, for Pipedrive refuses fractions', () => {
    const at = firstPlace(streamOf('companies'), { since: '2026-08-30T10:00:00.900Z' }, now);
    expect(sinceOf(at)).toBe('2026-08-30T10:00:00Z');
  });

  it('goes through the list, the archive and what changed meanwhile for all deals', () => {
    const deals = streamOf('deals');
    const first = firstPlace(deals, { since: null }, now);
    const second = nextPlace(deals, first, ended)!;
    const third = nextPlace(deals, second, ended)!;
    expect([first, second, third].map((at) => [at.phase, at.last, sinceOf(at)])).toEqual([
      ['listed', 0, null],
      ['archived', 0, null],
      ['returned', 0, '2026-09-01T11:59:50Z'],
    ]);
    expect(nextPlace(deals, third, ended)).toBeNull();
  });

  it('is the end after the archive for changed deals, and after the list for the others', () => {
    const deals = streamOf('deals');
    const at = nextPlace(deals, firstPlace(deals, { since: '2026-08-30T10:00:00Z' }, now), ended)!;
    expect(nextPlace(deals, at, ended)).toBeNull();
    const contacts = streamOf('contacts');
    expect(nextPlace(contacts, firstPlace(contacts, { since: null }, now), ended)).toBeNull();
  });

  it('as text is read back as it was, and nothing else is', () => {
    const moments = fc.constantFrom(null, '2026-08-30T10:00:00.900Z', '2020-01-01T00:00:00+02:00');
    const names = fc.constantFrom('companies', 'deals', 'contacts');
    fc.assert(
      fc.property(names, moments, fc.record({ next: fc.string(), last: fc.nat() }), (name, since, end) => {
        const stream = streamOf(name);
        const at = nextPlace(stream, firstPlace(stream, { since }, now), end)!;
        expect(readPlace(writePlace(at))).toEqual(at);
      }),
    );
    expect(() => readPlace('{"version":2}')).toThrow();
  });
});
