import { expect, it } from 'vitest';
import { noLine } from './no-line.ts';

it('a line between a quarter and two fifths stands', () => {
  expect(noLine({ cut: 0.5, n: 5, of: 20 })).toBeNull();
  expect(noLine({ cut: 0.5, n: 8, of: 20 })).toBeNull();
});

it('a line outside is refused with what it would leave', () => {
  expect(noLine({ cut: 0.5, n: 9, of: 20 })).toEqual({
    kind: 'no-line',
    ranked: 20,
    reason:
      'Customers with the same value straddle the line: the nearest break to a third leaves 9 of 20 above it. Give weight to another component that tells them apart.',
  });
  expect(noLine({ cut: 0.5, n: 4, of: 20 })).toMatchObject({ kind: 'no-line' });
});
