import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainLines } from './plain-lines.ts';

it('rows stand on the lines that are left when those above the first and the rejected ones are taken away', () => {
  const files = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }),
    fc.infiniteStream(fc.nat(59)),
  );
  fc.assert(
    fc.property(files, ([before, kept, draws]) => {
      const numbered = kept.map((isRow, at) => ({ isRow, line: at + 1 + before }));
      const lines = numbered.filter(({ isRow }) => isRow).map(({ line }) => line);
      const rejected = numbered.filter(({ isRow }) => !isRow).map(({ line }) => line);
      const rows = [...draws.take(20)].map((draw) => 1 + (draw % Math.max(1, lines.length)));
      if (lines.length === 0) return;
      expect(plainLines(rows, { before, rejected })).toEqual(rows.map((row) => lines[row - 1]));
    }),
  );
});
