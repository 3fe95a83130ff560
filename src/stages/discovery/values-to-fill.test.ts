import { expect, test } from 'vitest';
import { valuesToFill } from './values-to-fill.ts';

test('as many of the unknown as the known would have to grow', () => {
  expect(valuesToFill({ unknown: 20, needMore: 30 }, { records: 60 })).toBe(20);
  expect(valuesToFill({ unknown: 30, needMore: 30 }, { records: 60 })).toBe(15);
});

test('nothing where too few are unknown, or where more records would not settle it either', () => {
  expect(valuesToFill({ unknown: 10, needMore: 30 }, { records: 60 })).toBeNull();
  expect(valuesToFill({ unknown: 0, needMore: 1 }, { records: 60 })).toBeNull();
  expect(valuesToFill({ unknown: 30, needMore: null }, { records: 60 })).toBeNull();
});
