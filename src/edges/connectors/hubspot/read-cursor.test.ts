import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCursor, type ReadCursor, writeCursor } from './read-cursor.ts';

const after = fc.option(fc.string(), { nil: null });
const count = fc.nat();
const cursors: fc.Arbitrary<ReadCursor> = fc.oneof(
  fc.record({ phase: fc.constantFrom('list' as const, 'archived' as const, 'links' as const), after }),
  fc.record({
    phase: fc.constant('changes' as const),
    after,
    until: count,
    seen: count,
    total: fc.option(count, { nil: null }),
  }),
);

describe('a cursor', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(parseCursor(writeCursor(cursor)!)).toEqual(cursor);
      }),
    );
    expect(writeCursor(null)).toBeNull();
  });

  it.each(['', '{}', '{"v":2,"at":{"phase":"list","after":null}}', '{"v":1,"at":{"phase":"all"}}'])(
    'of another version is none: %j',
    (text) => {
      expect(parseCursor(text)).toBeNull();
    },
  );
});
