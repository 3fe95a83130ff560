import { expect, test } from 'vitest';
import { needLater } from './need-later.ts';

const found = { pField: 0.03, best: { n: 6, of: 8 }, rest: { n: 4, of: 17 } };

test('needs fewer later records the stronger the pattern is', () => {
  const weak = needLater(found, { records: 25, beliefs: 1 })!;
  const strong = needLater({ ...found, pField: 0.002 }, { records: 25, beliefs: 1 })!;
  expect(strong).toBeLessThan(weak);
  expect(weak).toBeLessThan(4 * 25);
});

test('needs more of them the more beliefs share the family', () => {
  const alone = needLater(found, { records: 25, beliefs: 1 })!;
  expect(needLater(found, { records: 25, beliefs: 5 })).toBeGreaterThan(alone);
});

test('is out of reach for a pattern that chance gives every time', () => {
  expect(needLater({ ...found, pField: 1 }, { records: 25, beliefs: 1 })).toBeNull();
  expect(needLater({ ...found, pField: 0.9 }, { records: 25, beliefs: 1 })).toBeNull();
});
